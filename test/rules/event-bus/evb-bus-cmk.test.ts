import rule from '../../../src/rules/event-bus/evb-bus-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'no key is named',
      at: ['Orders/Properties/KmsKeyIdentifier'],
      template: `
        Orders:
          Type: AWS::Events::EventBus
          Properties:
            Name: orders
      `,
    },
  ],
  passes: [
    {
      name: 'the key is one of the stack',
      template: `
        Key:
          Type: AWS::KMS::Key
        Orders:
          Type: AWS::Events::EventBus
          Properties:
            Name: orders
            KmsKeyIdentifier: !GetAtt Key.Arn
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['Orders/Properties/KmsKeyIdentifier'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          Orders:
            Type: AWS::Events::EventBus
            Properties:
              Name: orders
              KmsKeyIdentifier: !Ref Key
      `,
    },
  ],
});
