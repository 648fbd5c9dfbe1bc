import rule from '../../../src/rules/function/lambda-env-kms';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there are variables and no key',
      at: ['Orders/Properties/KmsKeyArn'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                STAGE: production
      `,
    },
  ],
  passes: [
    {
      name: 'there is a key',
      template: `
        Key:
          Type: AWS::KMS::Key
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            KmsKeyArn: !GetAtt Key.Arn
            Environment:
              Variables:
                STAGE: production
      `,
    },
    {
      name: 'there are no variables',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the key',
      template: `
        Parameters:
          KeyArn:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              KmsKeyArn: !Ref KeyArn
              Environment:
                Variables:
                  STAGE: production
      `,
    },
  ],
});
