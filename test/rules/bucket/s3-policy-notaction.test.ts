import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-notaction';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a partner may do everything but delete',
      at: ['ReportsPolicy/Properties/PolicyDocument/Statement/0/NotAction'],
      template: (stack) => {
        const reports = new s3.Bucket(stack, 'Reports');
        reports.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            notActions: ['s3:DeleteObject'],
            resources: [reports.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'a vector bucket, all but deleting',
      at: ['Policy/Properties/Policy/Statement/0/NotAction'],
      template: `
        Policy:
          Type: AWS::S3Vectors::VectorBucketPolicy
          Properties:
            VectorBucketName: embeddings
            Policy:
              Statement:
                - { Effect: Allow, Principal: { AWS: '444455556666' }, NotAction: s3vectors:DeleteVectorBucket, Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'a partner may read and write',
      template: (stack) => {
        const reports = new SecureBucket(stack, 'Reports');
        reports.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            actions: ['s3:GetObject', 's3:PutObject'],
            resources: [reports.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'it denies with NotAction',
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
                  NotAction: s3:DeleteBucket
                  Principal: { AWS: arn:aws:iam::111122223333:root }
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
