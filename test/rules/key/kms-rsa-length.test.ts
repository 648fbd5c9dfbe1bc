import * as kms from 'aws-cdk-lib/aws-kms';
import rule from '../../../src/rules/key/kms-rsa-length';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes 2048 bits',
      template: (stack) =>
        new kms.Key(stack, 'Signing', {
          keySpec: kms.KeySpec.RSA_2048,
          keyUsage: kms.KeyUsage.SIGN_VERIFY,
        }),
    },
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
      name: 'the L2 takes 3072 bits',
      template: (stack) =>
        new kms.Key(stack, 'Signing', {
          keySpec: kms.KeySpec.RSA_3072,
          keyUsage: kms.KeyUsage.SIGN_VERIFY,
        }),
    },
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
