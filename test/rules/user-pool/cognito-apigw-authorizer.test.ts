import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/user-pool/cognito-apigw-authorizer';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'IAM authorizes',
      at: ['OrdersGET/Properties/AuthorizationType'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET', undefined, { authorizationType: apigateway.AuthorizationType.IAM });
      },
    },
  ],
  passes: [
    {
      name: 'the user pool does',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        const authorizer = new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', {
          cognitoUserPools: [users],
        });
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET', undefined, { authorizer, authorizationScopes: ['orders/read'] });
      },
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
