import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-inline-code-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has a token in its code',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline(`
            const token = 'ghp_000000000000000000000000000000000000';
            exports.handler = () => fetch('https://api.example.com', { headers: { token } });
          `),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'a token stands in the code',
      at: ['Orders/Properties/Code/ZipFile'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                const token = 'ghp_000000000000000000000000000000000000';
                exports.handler = async () => fetch('https://api.example.com', { headers: { token } });
      `,
    },
    {
      name: 'a password stands in the code',
      at: ['Orders/Properties/Code/ZipFile'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                db_password = "correct-horse"
                def handler(event, context): return connect(db_password)
      `,
    },
    {
      name: 'a shell runs what the event says',
      at: ['Orders/Properties/Code/ZipFile'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                const { execSync } = require('child_process');
                exports.handler = async (event) => execSync('convert ' + event.name);
      `,
    },
  ],
  passes: [
    {
      name: 'the code knows where the token is',
      template: (stack) => {
        const token = new secretsmanager.Secret(stack, 'Token');
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline(`
            const tokenArn = process.env.TOKEN_SECRET_ARN;
            exports.handler = async () => fetch('https://api.example.com', { headers: await headersWith(tokenArn) });
          `),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { TOKEN_SECRET_ARN: token.secretArn },
        });
        token.grantRead(orders);
      },
    },
    {
      name: 'the code does neither',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              ZipFile: |
                const token = process.env.TOKEN_PARAMETER;
                exports.handler = async (event) => ({ statusCode: 200, body: event.body });
      `,
    },
    {
      name: 'the code is in a bucket',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Code:
              S3Bucket: artifacts
              S3Key: orders.zip
      `,
    },
  ],
});
