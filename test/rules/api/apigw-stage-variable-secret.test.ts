import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-stage-variable-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a password is written out',
      at: ['OrdersDeploymentStageprod/Properties/Variables/backendPassword'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders', {
          deployOptions: { variables: { backendPassword: 'correct-horse' } },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'CloudFormation writes a secret there',
      at: ['Stage/Properties/StageVariables/token'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: prod
            StageVariables:
              token: '{{resolve:secretsmanager:books:SecretString:token}}'
      `,
    },
  ],
  passes: [
    {
      name: 'the variable says where the secret is',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'BackendPassword');
        const orders = new SecureApi(stack, 'Orders', {
          deployOptions: { variables: { backendSecret: password.secretName } },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the variables say where to go',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            Variables:
              backend: books.example.com
      `,
    },
  ],
});
