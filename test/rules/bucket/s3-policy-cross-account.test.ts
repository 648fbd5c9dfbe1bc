import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-cross-account';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a partner may replace the policy',
      at: ['ReportsPolicy/Properties/PolicyDocument/Statement/0/Action/1'],
      template: (stack) => {
        const reports = new s3.Bucket(stack, 'Reports');
        reports.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            actions: ['s3:GetObject', 's3:PutBucketPolicy'],
            resources: [reports.bucketArn, reports.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'a pattern says so',
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
                  Action: s3:Put*
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
  ],
  passes: [
    {
      name: 'a partner may read',
      template: (stack) => {
        const reports = new SecureBucket(stack, 'Reports');
        reports.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            actions: ['s3:GetObject'],
            resources: [reports.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'another account may read',
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
    {
      name: 'a role of this account may replace the policy',
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
                  Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/admin' }
                  Action: s3:PutBucketPolicy
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
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
