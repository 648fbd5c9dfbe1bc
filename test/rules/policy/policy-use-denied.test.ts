import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/policy/policy-use-denied';
import { ruleExamples } from '../rule-examples';

const bucketPolicy = (statement: string) => `
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: orders
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - ${statement}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'uploads with another encryption were meant to be denied, and the condition was forgotten',
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:PutObject'],
            resources: [orders.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'nobody can send to the queue',
      template: (stack) => {
        new sqs.Queue(stack, 'Orders').addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['sqs:SendMessage'],
            resources: ['*'],
          }),
        );
      },
    },
    {
      name: 'a private API was meant to be closed to other networks, and is closed to all',
      at: ['Orders/Properties/Policy/Statement/0'],
      template: `
        Orders:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: orders
            Policy:
              Version: '2012-10-17'
              Statement:
                - {Effect: Deny, Principal: {AWS: '*'}, Action: 'execute-api:*', Resource: 'execute-api:/*'}
      `,
    },
    {
      name: 'the list of networks that the denial spares has become empty',
      at: ['Orders/Properties/Policy/Statement/0'],
      template: `
        Orders:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: orders
            Policy:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: execute-api:Invoke
                  Resource: execute-api:/*
                  Condition: {StringNotEquals: {'aws:SourceVpce': []}}
      `,
    },
  ],
  passes: [
    {
      name: 'a private API is closed to every network but one',
      template: (stack) => {
        new apigateway.CfnRestApi(stack, 'Orders', {
          name: 'orders',
          policy: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Deny',
                Principal: '*',
                Action: 'execute-api:Invoke',
                Resource: 'execute-api:/*',
                Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } },
              },
            ],
          },
        });
      },
    },
    {
      name: 'the denial is about requests that name another encryption',
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:PutObject'],
            resources: [orders.arnForObjects('*')],
            conditions: { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } },
          }),
        );
      },
    },
    {
      name: 'one prefix is closed for good',
      template: bucketPolicy(
        "{Effect: Deny, Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::orders/2024/*'}",
      ),
    },
    {
      name: 'what everybody is denied is to delete',
      template: bucketPolicy(
        "{Effect: Deny, Principal: '*', Action: 's3:DeleteObject*', Resource: 'arn:aws:s3:::orders/*'}",
      ),
    },
    {
      name: 'a denial of everything is policy-lockout',
      template: bucketPolicy("{Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*'}"),
    },
    {
      name: 'a role is denied, and nobody else',
      template: bucketPolicy(
        "{Effect: Deny, Principal: {AWS: 'arn:aws:iam::111122223333:role/guest'}, Action: 's3:GetObject', Resource: '*'}",
      ),
    },
  ],
  unknown: [
    {
      name: 'whom the denial is about is a parameter without a default',
      at: ['OrdersPolicy/Properties/PolicyDocument/Statement/0'],
      template: `
        Parameters:
          Who: {Type: String}
        Resources:
          OrdersPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: orders
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - {Effect: Deny, Principal: {AWS: !Ref Who}, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*'}
      `,
    },
  ],
});
