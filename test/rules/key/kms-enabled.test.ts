import rule from '../../../src/rules/key/kms-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
