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
  ],
  passes: [
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
