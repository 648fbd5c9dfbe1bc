import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/secret/secret-cmk';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 names no key',
      at: ['Password/Properties/KmsKeyId'],
      template: (stack) => new secretsmanager.Secret(stack, 'Password'),
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
      name: 'it is the key that the stack shares',
      template: (stack) => new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the partner') }),
    },
    {
      name: 'the key is one of the stack',
      template: (stack) => new secretsmanager.Secret(stack, 'Password', { encryptionKey: new SecureKey(stack, 'Key') }),
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
