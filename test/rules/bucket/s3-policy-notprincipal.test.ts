import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-notprincipal';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everybody but one account may read',
      at: ['ReportsPolicy/Properties/PolicyDocument/Statement/0/NotPrincipal'],
      template: (stack) => {
        const reports = new s3.Bucket(stack, 'Reports');
        reports.addToResourcePolicy(
          new iam.PolicyStatement({
            notPrincipals: [new iam.AccountPrincipal('444455556666')],
            actions: ['s3:GetObject'],
            resources: [reports.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'a directory bucket, for all but one',
      template: `
        Policy:
          Type: AWS::S3Express::BucketPolicy
          Properties:
            Bucket: orders--euc1-az1--x-s3
            PolicyDocument:
              Statement:
                - { Effect: Allow, NotPrincipal: { AWS: '444455556666' }, Action: s3express:CreateSession, Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'one account may',
      template: (stack) => {
        const reports = new SecureBucket(stack, 'Reports');
        reports.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('777788889999')],
            actions: ['s3:GetObject'],
            resources: [reports.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'it denies with NotPrincipal',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  NotPrincipal: { AWS: arn:aws:iam::111122223333:root }
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'it says what is allowed',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:role/reports }
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
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
          Uploads:
            Type: AWS::S3::Bucket
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Uploads
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
