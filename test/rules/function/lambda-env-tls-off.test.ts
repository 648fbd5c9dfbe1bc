import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-env-tls-off';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'Node.js checks no certificate',
      at: ['Orders/Properties/Environment/Variables/NODE_TLS_REJECT_UNAUTHORIZED'],
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
        });
      },
    },
    {
      name: 'Python checks none, and neither does a client with a switch of its own',
      at: [
        'Orders/Properties/Environment/Variables/PYTHONHTTPSVERIFY',
        'Orders/Properties/Environment/Variables/SSL_VERIFY',
      ],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment: { Variables: { PYTHONHTTPSVERIFY: 0, DB_HOST: db.example.com, SSL_VERIFY: 'false' } }
      `,
    },
    {
      name: 'the database is talked to without TLS if it likes',
      at: ['Shop/Properties/ServiceConfig/EnvironmentVariables/PGSSLMODE'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop
            ServiceConfig: { EnvironmentVariables: { PGSSLMODE: prefer } }
      `,
    },
  ],
  passes: [
    {
      name: 'Node.js also trusts the authority of the company',
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { NODE_EXTRA_CA_CERTS: '/var/task/company.pem' },
        });
      },
    },
    {
      name: 'certificates are checked',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment: { Variables: { NODE_TLS_REJECT_UNAUTHORIZED: '1', PGSSLMODE: verify-full, VERIFY_TLS: 'true' } }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says whether',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Environment: { Variables: { NODE_TLS_REJECT_UNAUTHORIZED: !Ref Given } }
      `,
    },
  ],
});
