import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-error-responses';
import { ruleExamples } from '../rule-examples';

const api = `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { Name: orders }`;

const response = (type: string, templates: string) => `
        ${type.replace('_', '')}:
          Type: AWS::ApiGateway::GatewayResponse
          Properties:
            RestApiId: !Ref Api
            ResponseType: ${type}${templates}`;

const fixed = `
            ResponseTemplates: { application/json: '{"message":"refused"}' }`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Orders'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'one has a header and no text',
      at: ['DEFAULT4XX/Properties/ResponseTemplates'],
      template: `${api}${response('DEFAULT_4XX', '')}${response('DEFAULT_5XX', fixed)}
      `,
    },
  ],
  passes: [
    {
      name: 'ours answers with an id that the log knows',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'both have a fixed text',
      template: `${api}${response('DEFAULT_4XX', fixed)}${response('DEFAULT_5XX', fixed)}
      `,
    },
  ],
  unknown: [
    {
      name: 'the type is a parameter',
      template: `
        Parameters:
          Kind: { Type: String }
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties: { Name: orders }
          Refused:
            Type: AWS::ApiGateway::GatewayResponse
            Properties:
              RestApiId: !Ref Api
              ResponseType: !Ref Kind
              ResponseTemplates: { application/json: '{"message":"refused"}' }
      `,
    },
  ],
});
