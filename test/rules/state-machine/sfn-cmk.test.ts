import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/state-machine/sfn-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 names no key',
      at: ['Shipping/Properties/EncryptionConfiguration/KmsKeyId'],
      template: (stack) =>
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
        }),
    },
  ],
  passes: [
    {
      name: 'the key is one of the stack',
      template: (stack) =>
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
          encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(new SecureKey(stack, 'Key')),
        }),
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['Shipping/Properties/EncryptionConfiguration/KmsKeyId'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          Shipping:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/shipping
              EncryptionConfiguration: { Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !Ref Key }
      `,
    },
  ],
});
