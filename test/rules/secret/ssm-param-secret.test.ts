import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { SecureStringParameter } from '../../../src/parameter/secure-string-parameter';
import rule from '../../../src/rules/secret/ssm-param-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is an address with a password',
      at: ['Database/Properties/Value'],
      template: (stack) =>
        new ssm.StringParameter(stack, 'Database', {
          parameterName: '/shop/database',
          stringValue: 'postgres://shop:correct-horse@db.example.com/shop',
        }),
    },
    {
      name: 'it is a token',
      at: ['Setting/Properties/Value'],
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/github
            Value: ghp_abcdefghijklmnopqrstuvwxyz0123456789
      `,
    },
    {
      name: 'it is the secret of an access key',
      at: ['Setting/Properties/Value'],
      template: `
        Key:
          Type: AWS::IAM::AccessKey
          Properties:
            UserName: shop
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/partner
            Value: !GetAtt Key.SecretAccessKey
      `,
    },
  ],
  passes: [
    {
      name: 'the password is encrypted, and only its name is there',
      template: (stack) => new SecureStringParameter(stack, 'Database', { parameterName: '/shop/database-password' }),
    },
    {
      name: 'it is an address, and the password is a secret',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        new ssm.StringParameter(stack, 'Database', {
          parameterName: '/shop/database',
          stringValue: 'postgres://db.example.com/shop',
        });
        new ssm.StringParameter(stack, 'Login', {
          parameterName: '/shop/database-login',
          stringValue: password.secretArn,
        });
      },
    },
    {
      name: 'it is an address',
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/url
            Value: https://example.com
      `,
    },
    {
      name: 'it is the ARN of a secret',
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/secret-arn
            Value: arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop
      `,
    },
  ],
});
