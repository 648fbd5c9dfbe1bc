import rule from '../../../src/rules/user-pool/cognito-apigw-authorizer';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'IAM authorizes',
      at: ['GetOrders/Properties/AuthorizationType'],
      template: `
        GetOrders:
          Type: AWS::ApiGateway::Method
          Properties: { RestApiId: a1b2c3, ResourceId: d4e5f6, HttpMethod: GET, AuthorizationType: AWS_IAM }
      `,
    },
  ],
  passes: [
    {
      name: 'the user pool does',
      template: `
        GetOrders:
          Type: AWS::ApiGateway::Method
          Properties: { RestApiId: a1b2c3, ResourceId: d4e5f6, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: x1y2 }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['GetOrders/Properties/AuthorizationType'],
      template: `
        Parameters:
          Kind: { Type: String }
        Resources:
          GetOrders:
            Type: AWS::ApiGateway::Method
            Properties: { RestApiId: a1b2c3, ResourceId: d4e5f6, HttpMethod: GET, AuthorizationType: !Ref Kind }
      `,
    },
  ],
});
