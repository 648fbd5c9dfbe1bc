import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-integration-credentials-caller';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'messages are sent with the permissions of the caller',
      at: ['OrdersPOST/Properties/Integration/Credentials'],
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new apigateway.RestApi(stack, 'Orders');
        const send = new apigateway.AwsIntegration({
          service: 'sqs',
          path: `${stack.account}/${inbox.queueName}`,
          options: { credentialsPassthrough: true },
        });
        orders.root.addMethod('POST', send);
      },
    },
    {
      name: 'the permissions of the caller are used',
      at: ['Method/Properties/Integration/Credentials'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            Integration:
              Type: AWS
              Credentials: !Sub arn:\${AWS::Partition}:iam::*:user/*
      `,
    },
  ],
  passes: [
    {
      name: 'they are sent with a role that may do nothing else',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const assumedBy = new iam.ServicePrincipal('apigateway.amazonaws.com');
        const sender = new iam.Role(stack, 'Sender', { assumedBy });
        inbox.grantSendMessages(sender);
        const orders = new SecureApi(stack, 'Orders');
        const send = new apigateway.AwsIntegration({
          service: 'sqs',
          path: `${stack.account}/${inbox.queueName}`,
          options: { credentialsRole: sender },
        });
        orders.root.addMethod('POST', send);
      },
    },
    {
      name: 'a role is used',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            Integration:
              Type: AWS
              Credentials: arn:aws:iam::111122223333:role/books-api
      `,
    },
    {
      name: 'a function has a policy of its own',
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: AWS_PROXY
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the role',
      template: `
        Parameters:
          Credentials:
            Type: String
        Resources:
          Method:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: abc
              ResourceId: def
              HttpMethod: POST
              Integration:
                Type: AWS
                Credentials: !Ref Credentials
      `,
    },
  ],
});
