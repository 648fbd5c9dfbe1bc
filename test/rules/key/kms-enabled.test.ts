import * as kms from 'aws-cdk-lib/aws-kms';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/key/kms-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is switched off',
      template: (stack) => new kms.Key(stack, 'Key', { enabled: false }),
    },
    {
      name: 'it says so',
      at: ['Key/Properties/Enabled'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            Enabled: false
      `,
    },
  ],
  passes: [
    {
      name: 'ours is in use',
      template: (stack) => new SecureKey(stack, 'Key'),
    },
    {
      name: 'nothing is said',
      template: `
        Key:
          Type: AWS::KMS::Key
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter without a default',
      at: ['Key/Properties/Enabled'],
      template: `
        Parameters:
          Enabled:
            Type: String
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              Enabled: !Ref Enabled
      `,
    },
  ],
});
