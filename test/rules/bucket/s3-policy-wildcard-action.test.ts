import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-wildcard-action';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a partner may do everything',
      at: ['ReportsPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const reports = new s3.Bucket(stack, 'Reports');
        reports.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            actions: ['s3:*'],
            resources: [reports.bucketArn, reports.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'it is hidden in a list and in another case',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action/1'],
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
                  Action: [s3:GetObject, 'S3:**']
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'a vector bucket, to another account',
      at: ['Policy/Properties/Policy/Statement/0/Action'],
      template: `
        Policy:
          Type: AWS::S3Vectors::VectorBucketPolicy
          Properties:
            VectorBucketName: embeddings
            Policy:
              Statement:
                - { Effect: Allow, Principal: { AWS: '444455556666' }, Action: 's3vectors:*', Resource: '*' }
      `,
    },
    {
      name: 'a table bucket',
      at: ['Policy/Properties/ResourcePolicy/Statement/0/Action'],
      template: `
        Policy:
          Type: AWS::S3Tables::TableBucketPolicy
          Properties:
            TableBucketARN: arn:aws:s3tables:eu-central-1:111122223333:bucket/facts
            ResourcePolicy:
              Statement:
                - { Effect: Allow, Principal: { AWS: '444455556666' }, Action: 's3tables:*', Resource: '*' }
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
      name: 'one action is',
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
      name: 'every action is denied',
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
                  Principal: { AWS: arn:aws:iam::111122223333:role/reports }
                  Action: s3:*
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'it is allowed without a wildcard for the verb',
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
                  Action: s3:GetObject*
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
