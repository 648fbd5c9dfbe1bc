import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-env-resolved-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 unwraps a secret',
      template: (stack) => {
        const token = new secretsmanager.Secret(stack, 'Token');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { TOKEN: token.secretValue.unsafeUnwrap() },
        });
      },
    },
    {
      name: 'the value is a dynamic reference to a secret',
      at: ['Orders/Properties/Environment/Variables/DATABASE'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                DATABASE: 'postgres://{{resolve:secretsmanager:orders:SecretString:username}}:{{resolve:secretsmanager:orders:SecretString:password}}@db.example.com'
      `,
    },
    {
      name: 'a web function is given the secret itself',
      at: ['Shop/Properties/ServiceConfig/EnvironmentVariables/DB_PASSWORD'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop

            ServiceConfig:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/shop
              EnvironmentVariables: { DB_PASSWORD: '{{resolve:secretsmanager:db:SecretString:password}}' }
      `,
    },
  ],
  passes: [
    {
      name: 'the function fetches the secret',
      template: (stack) => {
        const token = new secretsmanager.Secret(stack, 'Token');
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { TOKEN_SECRET_ARN: token.secretArn },
        });
        token.grantRead(orders);
      },
    },
    {
      name: 'the ARN of the secret is passed',
      template: `
        Secret:
          Type: AWS::SecretsManager::Secret
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                SECRET: !Ref Secret
                STAGE: '{{resolve:ssm:/orders/stage}}'
      `,
    },
    {
      name: 'where the database is, and who asks, is no secret',
      template: `
        Parameters: { Db: { Type: String } }
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  DB_USER: !Sub '{{resolve:secretsmanager:\${Db}:SecretString:username}}'
                  DB_AT: '{{resolve:secretsmanager:db:SecretString:host::}}:{{resolve:secretsmanager:db:SecretString:port}}'
      `,
    },
  ],
});
