import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-incomplete';
import { ruleExamples } from '../rule-examples';

const method = (integration: string) => `
        Get:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: a1b2c3d4e5
            ResourceId: a1b2c3
            HttpMethod: GET
            AuthorizationType: AWS_IAM
${integration}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1 has nothing behind the method',
      at: ['Get/Properties/Integration'],
      template: (stack) => {
        const orders = new apigateway.CfnRestApi(stack, 'Orders', { name: 'orders' });
        new apigateway.CfnMethod(stack, 'Get', {
          restApiId: orders.ref,
          resourceId: orders.attrRootResourceId,
          httpMethod: 'GET',
          authorizationType: 'AWS_IAM',
        });
      },
    },
    {
      name: 'how the function is called is not said',
      at: ['Get/Properties/Integration/IntegrationHttpMethod'],
      template: method(`
            Integration:
              Type: AWS_PROXY
              Uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations`),
    },
    {
      name: 'the function is called as a web site',
      at: ['Get/Properties/Integration/Type'],
      template: method(`
            Integration:
              Type: HTTP
              IntegrationHttpMethod: POST
              Uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations`),
    },
    {
      name: 'users of a pool are asked for, and no pool is named',
      at: ['Get/Properties/AuthorizerId'],
      template: method(`
            Integration: { Type: MOCK }`).replace('AWS_IAM', 'COGNITO_USER_POOLS'),
    },
    {
      name: 'nobody knows where the token is, and whose',
      at: ['Users/Properties/IdentitySource', 'Users/Properties/ProviderARNs/0'],
      template: `
        Users:
          Type: AWS::ApiGateway::Authorizer
          Properties:
            RestApiId: a1b2c3d4e5
            Name: users
            Type: COGNITO_USER_POOLS
      `,
    },
    {
      name: 'the stage shows no deployment',
      at: ['Prod/Properties/DeploymentId'],
      template: `
        Prod:
          Type: AWS::ApiGateway::Stage
          Properties: { RestApiId: a1b2c3d4e5, StageName: prod }
      `,
    },
  ],
  passes: [
    {
      name: 'ours calls a function',
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET', new apigateway.LambdaIntegration(handler));
      },
    },
    {
      name: 'a function is called',
      template: method(`
            Integration:
              Type: AWS_PROXY
              IntegrationHttpMethod: POST
              Uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations`),
    },
    {
      name: 'a mock has nothing behind it',
      template: method(`
            Integration: { Type: MOCK }`),
    },
  ],
});
