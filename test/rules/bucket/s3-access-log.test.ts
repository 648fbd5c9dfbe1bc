import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-access-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 writes none',
      at: ['Uploads/Properties/LoggingConfiguration'],
      template: (stack) => new s3.Bucket(stack, 'Uploads'),
    },
    {
      name: 'the destination is empty',
      at: ['Bucket/Properties/LoggingConfiguration'],
      template: `
        Bucket:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration: { DestinationBucketName: '' }
      `,
    },
  ],
  passes: [
    { name: 'ours has a log bucket, which needs none', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'logs go to another bucket, which needs none',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration:
              DestinationBucketName: !Ref Logs
        Logs:
          Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'logs go to the bucket itself',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration:
              LogFilePrefix: logs/
      `,
    },
  ],
  unknown: [
    {
      name: 'the configuration is a parameter without a default',
      template: `
        Parameters:
          Logging:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration: !Ref Logging
      `,
    },
  ],
});
