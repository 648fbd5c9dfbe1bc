import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/api/apigw-tenant-id-from-caller';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the id is taken from a header of the caller',
      at: ['ApiGET/Properties/Integration/RequestParameters/integration.request.header.X-Amz-Tenant-Id'],
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          tenancyConfig: lambda.TenancyConfig.PER_TENANT,
        });
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod(
          'GET',
          new apigateway.LambdaIntegration(orders, {
            requestParameters: { 'integration.request.header.X-Amz-Tenant-Id': 'method.request.header.x-tenant-id' },
          }),
          { requestParameters: { 'method.request.header.x-tenant-id': true } },
        );
      },
    },
    {
      name: 'it is taken from the path',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
              openapi: 3.0.1
              paths:
                /{tenant}/orders:
                  get:
                    x-amazon-apigateway-integration:
                      type: aws_proxy
                      requestParameters: { integration.request.header.X-Amz-Tenant-Id: method.request.path.tenant }
      `,
    },
  ],
  passes: [
    {
      name: 'the authorizer says who it is',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          tenancyConfig: lambda.TenancyConfig.PER_TENANT,
        });
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod(
          'GET',
          new apigateway.LambdaIntegration(orders, {
            requestParameters: { 'integration.request.header.X-Amz-Tenant-Id': 'context.authorizer.tenantId' },
          }),
          { requestParameters: { 'method.request.header.x-tenant-id': true } },
        );
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says from where',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Method:
            Type: AWS::ApiGateway::Method
            Properties:
              HttpMethod: GET
              Integration:
                Type: AWS_PROXY
                RequestParameters: { integration.request.header.X-Amz-Tenant-Id: !Ref Given }
      `,
    },
  ],
});
