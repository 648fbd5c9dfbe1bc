import rule from '../../../src/rules/secret/secret-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'no key is named',
      at: ['Password/Properties/KmsKeyId'],
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
      `,
    },
    {
      name: 'it is the key that AWS manages',
      at: ['Password/Properties/KmsKeyId'],
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
          Properties:
            KmsKeyId: alias/aws/secretsmanager
      `,
    },
  ],
  passes: [
    {
      name: 'the key is one of the stack',
      template: `
        Key:
          Type: AWS::KMS::Key
        Password:
          Type: AWS::SecretsManager::Secret
          Properties:
            KmsKeyId: !GetAtt Key.Arn
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['Password/Properties/KmsKeyId'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
            Properties:
              KmsKeyId: !Ref Key
      `,
    },
  ],
});
