import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-permission-apigw-any';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 names the API only',
      template: (stack) => {
        const api = apigateway.RestApi.fromRestApiId(stack, 'Api', 'a1b2c3d4e5');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Api', {
          principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
          sourceArn: api.arnForExecuteApi(),
        });
      },
    },
    {
      name: 'the whole API may invoke the function',
      at: ['Permission/Properties/SourceArn'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: apigateway.amazonaws.com
            SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/*
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 names stage, method and path',
      template: (stack) => {
        const api = apigateway.RestApi.fromRestApiId(stack, 'Api', 'a1b2c3d4e5');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Api', {
          principal: new iam.ServicePrincipal('apigateway.amazonaws.com'),
          sourceArn: api.arnForExecuteApi('POST', '/orders', 'prod'),
        });
      },
    },
    {
      name: 'one method may',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: apigateway.amazonaws.com
            SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/prod/POST/author
      `,
    },
  ],
});
