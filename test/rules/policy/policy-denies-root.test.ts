import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/policy/policy-denies-root';
import { ruleExamples } from '../rule-examples';

const denial = (condition: string) => `
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: orders
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [arn:aws:s3:::orders, 'arn:aws:s3:::orders/*']
                  Condition: ${condition}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'one role is left out, and nobody else',
      at: ['OrdersPolicy/Properties/PolicyDocument/Statement/0'],
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: [orders.bucketArn, orders.arnForObjects('*')],
            conditions: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${stack.account}:role/Reader` } },
          }),
        );
      },
    },
    {
      name: 'the sessions of a role are left out',
      at: ['Policy/Properties/PolicyDocument/Statement/0'],
      template: denial("{ StringNotLike: { aws:userId: ['AROAEXAMPLEID:*'] } }"),
    },
  ],
  passes: [
    {
      name: 'the root user is left out as well',
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: [orders.bucketArn, orders.arnForObjects('*')],
            conditions: {
              ArnNotLike: {
                'aws:PrincipalArn': [`arn:aws:iam::${stack.account}:role/Reader`, `arn:aws:iam::${stack.account}:root`],
              },
            },
          }),
        );
      },
    },
    {
      name: 'the root user is left out by the number of the account',
      template: denial("{ StringNotLike: { aws:userId: ['AROAEXAMPLEID:*', '111122223333'] } }"),
    },
    { name: 'the denial is about plain HTTP', template: denial("{ Bool: { aws:SecureTransport: 'false' } }") },
  ],
  unknown: [
    {
      name: 'whom it is about is a parameter',
      at: ['Policy/Properties/PolicyDocument/Statement/0'],
      template: `
        Parameters:
          Who: { Type: String }
        Resources:
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: orders
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Principal: !Ref Who
                    Action: s3:*
                    Resource: 'arn:aws:s3:::orders/*'
                    Condition: { ArnNotLike: { aws:PrincipalArn: 'arn:aws:iam::111122223333:role/Reader' } }
      `,
    },
  ],
});
