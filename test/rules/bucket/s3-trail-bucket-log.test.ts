import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/bucket/s3-trail-bucket-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the bucket that the L2 makes has no access log',
      at: ['Trail/Properties/S3BucketName'],
      template: (stack) => new cloudtrail.Trail(stack, 'Trail'),
    },
    {
      name: 'the bucket has no access log',
      at: ['Trail/Properties/S3BucketName'],
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
  ],
  passes: [
    {
      name: 'the trail is given a bucket that has one',
      template: (stack) => {
        const serverAccessLogsBucket = new s3.Bucket(stack, 'AccessLogs', { enforceSSL: true });
        const bucket = new s3.Bucket(stack, 'TrailLogs', { enforceSSL: true, serverAccessLogsBucket });
        new cloudtrail.Trail(stack, 'Trail', { bucket });
      },
    },
    {
      name: 'it has one',
      template: `
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration:
              LogFilePrefix: access/
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: !Ref Logs
      `,
    },
  ],
  unknown: [
    {
      name: 'the bucket is not part of the application',
      at: ['Trail/Properties/S3BucketName'],
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: trail-of-the-company
      `,
    },
  ],
});
