import { SecretValue } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-literal';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the value is written out',
      at: ['Password/Properties/SecretString'],
      template: (stack) =>
        new secretsmanager.Secret(stack, 'Password', {
          secretStringValue: SecretValue.unsafePlainText('correct-horse'),
        }),
    },
    {
      name: 'it is so in JSON',
      at: ['Password/Properties/SecretString'],
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
          Properties:
            SecretString: '{"username":"shop","password":"correct-horse"}'
      `,
    },
  ],
  passes: [
    {
      name: 'the value is generated',
      template: (stack) =>
        new SecureSecret(stack, 'Password', {
          generateSecretString: { passwordLength: 32 },
          rotation: Rotation.none('issued by the partner'),
        }),
    },
    {
      name: 'only the name of the user is written out',
      template: `
        Key:
          Type: AWS::SecretsManager::Secret
        Password:
          Type: AWS::SecretsManager::Secret
          Properties:
            SecretString: !Sub '{"username":"shop","password":"\${Key}"}'
      `,
    },
    {
      name: 'it is taken from another secret',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
          Properties:
            SecretString: '{{resolve:secretsmanager:shop:SecretString:password}}'
      `,
    },
  ],
});
