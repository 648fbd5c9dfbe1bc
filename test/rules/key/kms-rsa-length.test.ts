import rule from '../../../src/rules/key/kms-rsa-length';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it has 2048 bits',
      at: ['Key/Properties/KeySpec'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeySpec: RSA_2048
            KeyUsage: SIGN_VERIFY
      `,
    },
  ],
  passes: [
    {
      name: 'it has 3072 bits',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeySpec: RSA_3072
            KeyUsage: SIGN_VERIFY
      `,
    },
    {
      name: 'it is symmetric',
      template: `
        Key:
          Type: AWS::KMS::Key
      `,
    },
  ],
  unknown: [
    {
      name: 'the spec is a parameter without a default',
      at: ['Key/Properties/KeySpec'],
      template: `
        Parameters:
          Spec:
            Type: String
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeySpec: !Ref Spec
      `,
    },
  ],
});
