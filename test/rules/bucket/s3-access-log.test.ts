import { aws_s3 as s3 } from 'aws-cdk-lib';
import rule from '../../../src/rules/bucket/s3-access-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Uploads/Properties/LoggingConfiguration'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  passes: [
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
    {
      name: 'the L2 makes both',
      template: (stack) => new s3.Bucket(stack, 'Uploads', { serverAccessLogsBucket: new s3.Bucket(stack, 'Logs') }),
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
