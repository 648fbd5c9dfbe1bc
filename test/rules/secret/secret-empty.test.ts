import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-empty';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 says nothing about the value',
      at: ['ApiKey/Properties/GenerateSecretString'],
      template: (stack) => new secretsmanager.CfnSecret(stack, 'ApiKey', { description: 'of the bank' }),
    },
  ],
  passes: [
    {
      name: 'ours generates it',
      template: (stack) => new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the bank') }),
    },
    {
      name: 'the value is generated',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
          Properties: { GenerateSecretString: { PasswordLength: 40 } }
      `,
    },
    {
      name: 'a partner holds the value',
      template: `
        Partner:
          Type: AWS::SecretsManager::Secret
          Properties: { Type: SalesforceClientSecret }
      `,
    },
  ],
});
