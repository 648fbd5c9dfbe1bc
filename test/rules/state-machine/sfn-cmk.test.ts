import rule from '../../../src/rules/state-machine/sfn-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'no key is named',
      at: ['Shipping/Properties/EncryptionConfiguration/KmsKeyId'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
      `,
    },
  ],
  passes: [
    {
      name: 'the key is one of the stack',
      template: `
        Key:
          Type: AWS::KMS::Key
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            EncryptionConfiguration: { Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !Ref Key }
      `,
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
