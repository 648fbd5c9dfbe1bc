import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-permissions-management';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may put objects, policies and ACLs',
      template: (stack) => {
        new s3.Bucket(stack, 'Uploads');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:Put*'], resources: ['*'] }));
      },
    },
    {
      name: 'it may write the policy of every bucket',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: s3:PutBucketPolicy
                  Resource: '*'
      `,
    },
    {
      name: 'a pattern says so',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: ['sqs:Add*']
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'ours may put objects',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const role = new ScopedRole(stack, 'Role');
        uploads.grantPut(role);
      },
    },
    {
      name: 'of one bucket',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: s3:PutBucketPolicy
                  Resource: arn:aws:s3:::uploads
      `,
    },
    {
      name: 'it writes objects',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: s3:PutObject
                  Resource: arn:aws:s3:::uploads/*
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      at: ['Policy/Properties/PolicyDocument'],
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument: !Ref Document
      `,
    },
    {
      name: 'the effect is a parameter without a default',
      template: `
        Parameters:
          Effect:
            Type: String
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: !Ref Effect
                    Action: s3:PutBucketPolicy
                    Resource: '*'
      `,
    },
  ],
});
