import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-authorizer-ttl';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the decisions of a function are kept for an hour',
      at: ['Authorizer/Properties/AuthorizerResultTtlInSeconds'],
      template: (stack) => {
        const decide = lambda.Function.fromFunctionName(stack, 'Decide', 'decide');
        const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', {
          handler: decide,
          resultsCacheTtl: Duration.hours(1),
        });
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET', undefined, { authorizer });
      },
    },
    {
      name: 'there is no identity source',
      at: ['Authorizer/Properties/IdentitySource'],
      template: `
        Authorizer:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: abc
            Name: users
            AuthorizerType: REQUEST
      `,
    },
  ],
  passes: [
    {
      name: 'they are kept for five minutes',
      template: (stack) => {
        const decide = lambda.Function.fromFunctionName(stack, 'Decide', 'decide');
        const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', {
          handler: decide,
          resultsCacheTtl: Duration.minutes(5),
        });
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET', undefined, { authorizer });
      },
    },
    {
      name: 'decisions are kept for a minute',
      template: `
        Authorizer:
          Type: AWS::ApiGateway::Authorizer
          Properties:
            RestApiId: abc
            Name: users
            Type: REQUEST
            IdentitySource: method.request.header.Authorization
            AuthorizerResultTtlInSeconds: 60
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says for how long',
      template: `
        Parameters:
          Ttl:
            Type: Number
        Resources:
          Authorizer:
            Type: AWS::ApiGateway::Authorizer
            Properties:
              RestApiId: abc
              Name: users
              Type: TOKEN
              IdentitySource: method.request.header.Authorization
              AuthorizerResultTtlInSeconds: !Ref Ttl
      `,
    },
  ],
});
