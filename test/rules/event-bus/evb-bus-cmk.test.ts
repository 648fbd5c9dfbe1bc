import * as events from 'aws-cdk-lib/aws-events';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/event-bus/evb-bus-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 names no key',
      at: ['Orders/Properties/KmsKeyIdentifier'],
      template: (stack) => new events.EventBus(stack, 'Orders'),
    },
  ],
  passes: [
    {
      name: 'the key is one of the stack',
      template: (stack) => new events.EventBus(stack, 'Orders', { kmsKey: new SecureKey(stack, 'Key') }),
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
