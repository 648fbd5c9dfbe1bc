import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-env-secret';
import { findingsOf, ruleExamples } from '../rule-examples';

const examples = ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has a password',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { DB_PASSWORD: 'correct-horse' },
        }),
    },
    {
      name: 'a password is written out',
      at: ['Orders/Properties/Environment/Variables/DB_PASSWORD'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                DB_PASSWORD: correct-horse
                STAGE: production
      `,
    },
    {
      name: 'the token is the default of a parameter',
      at: ['Orders/Properties/Environment/Variables/SOURCE'],
      template: `
        Parameters:
          Token:
            Type: String
            NoEcho: true
            Default: ghp_000000000000000000000000000000000000
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  SOURCE: !Ref Token
      `,
    },
    {
      name: 'it is put together from pieces',
      at: ['Orders/Properties/Environment/Variables/DATABASE'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                DATABASE: !Sub postgres://orders:correct-horse@\${Database.Endpoint.Address}/orders
      `,
    },
    {
      name: 'a web function holds a password',
      at: ['Shop/Properties/ServiceConfig/EnvironmentVariables/DB_PASSWORD'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop

            ServiceConfig:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/shop
              EnvironmentVariables: { DB_PASSWORD: correct-horse-battery }
      `,
    },
    {
      name: 'whoever deploys gives the password, which NoEcho hides in CloudFormation alone',
      at: ['Orders/Properties/Environment/Variables/DB_PASSWORD'],
      template: `
        Parameters:
          Password:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  DB_PASSWORD: !Ref Password
                  STAGE: production
      `,
    },
  ],
  passes: [
    {
      name: 'the function fetches the password',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { DB_PASSWORD_SECRET_ARN: password.secretArn },
        });
        password.grantRead(orders);
      },
    },
    {
      name: 'the variable says where the secret is',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                DB_PASSWORD_SECRET_ARN: !Sub arn:aws:secretsmanager:eu-west-1:\${AWS::AccountId}:secret:orders
      `,
    },
    {
      name: 'the author said that it is no secret, and why',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Metadata:
            'cdk-secure-serverless:not-secret':
              DEMO_PASSWORD: 'the password of the public demo account, printed on its login page'
          Properties:
            Environment:
              Variables:
                DEMO_PASSWORD: correct-horse
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the password',
      at: ['Orders/Properties/Environment/Variables/DB_PASSWORD'],
      template: `
        Parameters:
          Password:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  DB_PASSWORD: !Ref Password
                  STAGE: production
      `,
    },
  ],
});

test('no finding repeats the value, because findings are printed and kept in reports', () => {
  const findings = examples.fails.flatMap((example) => findingsOf(rule, example));
  const printed = findings.map(({ path, got, wanted, because }) => [...path, got, wanted, because].join(' ')).join(' ');
  expect(findings).toHaveLength(examples.fails.length);
  expect(printed).not.toMatch(/correct-horse|ghp_0/);
});

export default examples;
