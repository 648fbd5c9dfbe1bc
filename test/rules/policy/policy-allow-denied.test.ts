import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/policy/policy-allow-denied';
import { ruleExamples } from '../rule-examples';

const api = (denial: string) => `
  Orders:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
      Policy:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}
          - ${denial}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function may write to the table, and the denial of everything was meant for plain HTTP',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {};'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const resources = ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders'];
        orders.addToRolePolicy(new iam.PolicyStatement({ actions: ['dynamodb:PutItem'], resources }));
        orders.addToRolePolicy(
          new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['dynamodb:*'], resources: ['*'] }),
        );
      },
    },
    {
      name: 'a private API lets everybody call it, and denies it to everybody instead of to other networks',
      at: ['Orders/Properties/Policy/Statement/0'],
      template: api("{Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}"),
    },
    {
      name: 'the resources are references, and the denial is about the same ones',
      at: ['Policy/Properties/PolicyDocument/Statement/0'],
      template: `
        Orders: {Type: AWS::SQS::Queue}
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - {Effect: Allow, Action: ['sqs:SendMessage', 'sqs:GetQueueUrl'], Resource: !GetAtt Orders.Arn}
                - {Effect: Deny, NotAction: 'sqs:ReceiveMessage', Resource: !GetAtt Orders.Arn}
      `,
    },
  ],
  passes: [
    {
      name: 'the denial has its condition',
      template: (stack) => {
        new iam.ManagedPolicy(stack, 'Orders', {
          statements: [
            new iam.PolicyStatement({
              actions: ['s3:PutObject'],
              resources: ['arn:aws:s3:::orders/*'],
            }),
            new iam.PolicyStatement({
              effect: iam.Effect.DENY,
              actions: ['s3:*'],
              resources: ['*'],
              conditions: { Bool: { 'aws:SecureTransport': 'false' } },
            }),
          ],
        });
      },
    },
    {
      name: 'the denial takes a part of the permission away, as it is meant to',
      template: `
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - {Effect: Allow, Action: ['s3:GetObject', 's3:DeleteObject'], Resource: 'arn:aws:s3:::orders/*'}
                - {Effect: Deny, Action: 's3:DeleteObject', Resource: '*'}
      `,
    },
    {
      name: 'the denial is about other objects',
      template: `
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*'}
                - {Effect: Deny, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/private/*'}
      `,
    },
    {
      name: 'the denial is about one role, and everybody else may call the API',
      template: api(
        "{Effect: Deny, Principal: {AWS: 'arn:aws:iam::111122223333:role/guest'}, Action: '*', Resource: '*'}",
      ),
    },
  ],
  unknown: [
    {
      name: 'what the denial is about is a parameter without a default',
      at: ['Policy/Properties/PolicyDocument/Statement/0'],
      template: `
        Parameters:
          Closed: {Type: String}
        Resources:
          Policy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*'}
                  - {Effect: Deny, Action: 's3:GetObject', Resource: !Ref Closed}
      `,
    },
  ],
});
