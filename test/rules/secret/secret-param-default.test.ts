import { SecretValue, CfnParameter } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-param-default';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the parameter is shown',
      at: ['Partner/Properties/SecretString'],
      template: (stack) => {
        const token = new CfnParameter(stack, 'Token');
        new secretsmanager.Secret(stack, 'Partner', {
          secretStringValue: SecretValue.unsafePlainText(token.valueAsString),
        });
      },
    },
    {
      name: 'the parameter has a default',
      at: ['Password/Properties/SecretString'],
      template: `
        Parameters:
          Token:
            Type: String
            NoEcho: true
            Default: correct-horse
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
            Properties:
              SecretString: !Ref Token
      `,
    },
    {
      name: 'it is part of a text',
      at: ['Password/Properties/SecretString'],
      template: `
        Parameters:
          Token:
            Type: String
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
            Properties:
              SecretString: !Sub '{"password":"\${Token}"}'
      `,
    },
  ],
  passes: [
    {
      name: 'there is no parameter, the value is generated',
      template: (stack) => new SecureSecret(stack, 'Partner', { rotation: Rotation.none('issued by the partner') }),
    },
    {
      name: 'the parameter is not shown',
      template: (stack) => {
        const token = new CfnParameter(stack, 'Token', { noEcho: true });
        new secretsmanager.Secret(stack, 'Partner', {
          secretStringValue: SecretValue.cfnParameter(token),
        });
      },
    },
    {
      name: 'there is no parameter',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
          Properties:
            GenerateSecretString: { PasswordLength: 32 }
      `,
    },
  ],
});
