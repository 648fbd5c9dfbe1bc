import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { SecureStringParameter } from '../../../src/parameter/secure-string-parameter';
import rule from '../../../src/rules/secret/ssm-param-plain';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a password is written out',
      at: ['DatabasePassword/Properties/Value'],
      template: (stack) =>
        new ssm.StringParameter(stack, 'DatabasePassword', {
          parameterName: '/shop/database-password',
          stringValue: 'correct-horse',
        }),
    },
    {
      name: 'a password comes from a parameter',
      at: ['Setting/Properties/Value'],
      template: `
        Parameters:
          Password:
            Type: String
            NoEcho: true
        Resources:
          Setting:
            Type: AWS::SSM::Parameter
            Properties:
              Type: String
              Name: /shop/db-password
              Value: !Ref Password
      `,
    },
    {
      name: 'a secret is read out of the vault into it',
      at: ['Setting/Properties/Value'],
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/db-password
            Value: '{{resolve:secretsmanager:shop:SecretString:password}}'
      `,
    },
  ],
  passes: [
    {
      name: 'the password is encrypted, and no template has it',
      template: (stack) =>
        new SecureStringParameter(stack, 'DatabasePassword', { parameterName: '/shop/database-password' }),
    },
    {
      name: 'it refers to the secret',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        new ssm.StringParameter(stack, 'DatabasePassword', {
          parameterName: '/shop/database-password',
          stringValue: password.secretArn,
        });
      },
    },
    {
      name: 'it says where the password is',
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/db-password-arn
            Value: arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop
      `,
    },
    {
      name: 'it is a limit',
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/password-length
            Value: '12'
      `,
    },
  ],
});
