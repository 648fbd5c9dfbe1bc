import * as kms from 'aws-cdk-lib/aws-kms';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/key/kms-rotation';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is left to its default',
      template: (stack) => new kms.Key(stack, 'Key'),
    },
    {
      name: 'rotation is not turned on',
      at: ['Key/Properties/EnableKeyRotation'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            Description: orders
      `,
    },
    {
      name: 'rotation is off',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            EnableKeyRotation: false
      `,
    },
  ],
  passes: [
    {
      name: 'ours rotates',
      template: (stack) => new SecureKey(stack, 'Key'),
    },
    {
      name: 'rotation is on',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            EnableKeyRotation: true
      `,
    },
    {
      name: 'the key signs',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeySpec: ECC_NIST_P256
            KeyUsage: SIGN_VERIFY
      `,
    },
    {
      name: 'its material was imported',
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            Origin: EXTERNAL
      `,
    },
  ],
  unknown: [
    {
      name: 'a custom resource answers it',
      at: ['Key/Properties/EnableKeyRotation'],
      template: `
        Settings:
          Type: Custom::Settings
          Properties:
            ServiceToken: arn:aws:lambda:eu-west-1:111122223333:function:settings
        Key:
          Type: AWS::KMS::Key
          Properties:
            EnableKeyRotation: !GetAtt Settings.Rotation
      `,
    },
    {
      name: 'rotation is a parameter without a default',
      at: ['Key/Properties/EnableKeyRotation'],
      template: `
        Parameters:
          Rotate:
            Type: String
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: !Ref Rotate
      `,
    },
  ],
});
