import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/bucket/s3-trail-bucket-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the bucket of the trail has a public ACL',
      at: ['TrailLogs/Properties/AccessControl'],
      template: (stack) => {
        const bucket = new s3.Bucket(stack, 'TrailLogs', {
          accessControl: s3.BucketAccessControl.PUBLIC_READ,
          objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
        });
        new cloudtrail.Trail(stack, 'Trail', { bucket });
      },
    },
    {
      name: 'the bucket policy is public',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Logs:
          Type: AWS::S3::Bucket
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: !Ref Logs
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Logs
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: s3:GetObject
                  Resource: !Sub \${Logs.Arn}/*
      `,
    },
    {
      name: 'the trail names the bucket',
      at: ['Logs/Properties/AccessControl'],
      template: `
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            AccessControl: AuthenticatedRead
            BucketName: trail-of-the-shop
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: trail-of-the-shop
      `,
    },
  ],
  passes: [
    {
      name: 'it has none, and a block against them',
      template: (stack) => {
        const bucket = new s3.Bucket(stack, 'TrailLogs', {
          blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
          objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        });
        new cloudtrail.Trail(stack, 'Trail', { bucket });
      },
    },
    {
      name: 'it is private',
      template: `
        Logs:
          Type: AWS::S3::Bucket
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: !Ref Logs
      `,
    },
    {
      name: 'the public bucket has no trail',
      template: `
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            AccessControl: PublicRead
      `,
    },
  ],
  unknown: [
    {
      name: 'the canned ACL is a parameter without a default',
      at: ['Logs/Properties/AccessControl'],
      template: `
        Parameters:
          Acl:
            Type: String
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !Ref Acl
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref Logs
      `,
    },
  ],
});
