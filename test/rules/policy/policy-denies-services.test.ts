import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/policy/policy-denies-services';
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
      name: 'who is not of the organization is kept out, and log deliveries with them',
      at: ['OrdersPolicy/Properties/PolicyDocument/Statement/0'],
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: [orders.bucketArn, orders.arnForObjects('*')],
            conditions: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
          }),
        );
      },
    },
    {
      name: 'whoever is not named is kept out',
      at: ['Policy/Properties/PolicyDocument/Statement/0'],
      template: denial("{ ArnNotLike: { aws:PrincipalArn: 'arn:aws:iam::111122223333:role/Reader' } }"),
    },
  ],
  passes: [
    {
      name: 'AWS services are left out',
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: [orders.bucketArn, orders.arnForObjects('*')],
            conditions: {
              StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
              BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
            },
          }),
        );
      },
    },
    { name: 'the denial is about plain HTTP', template: denial("{ Bool: { aws:SecureTransport: 'false' } }") },
    {
      name: 'services are left out by the account they act for',
      template: denial(`
                    StringNotEquals: { aws:PrincipalAccount: '111122223333' }
                    StringNotEqualsIfExists: { aws:SourceAccount: '111122223333' }`),
    },
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
