import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-object-level-trail';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the trail of the L2 records management events only',
      at: ['Uploads', 'TrailS3', 'Trail'],
      template: (stack) => {
        new s3.Bucket(stack, 'Uploads');
        new cloudtrail.Trail(stack, 'Trail');
      },
    },
    {
      name: 'there is no trail',
      at: ['Uploads'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'the trail records management events only',
      at: ['Trail', 'Uploads'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: logs
      `,
    },
    {
      name: 'it records another bucket',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: logs
            EventSelectors:
              - ReadWriteType: All
                DataResources:
                  - Type: AWS::S3::Object
                    Values: [arn:aws:s3:::others/]
      `,
    },
  ],
  passes: [
    {
      name: 'it records the objects of all buckets',
      template: (stack) => {
        new SecureBucket(stack, 'Uploads');
        new cloudtrail.Trail(stack, 'Trail').logAllS3DataEvents();
      },
    },
    {
      name: 'it records this bucket',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: logs
            EventSelectors:
              - ReadWriteType: All
                DataResources:
                  - Type: AWS::S3::Object
                    Values: [!Sub '\${Uploads.Arn}/']
      `,
    },
    {
      name: 'it records all buckets',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: logs
            EventSelectors:
              - ReadWriteType: All
                DataResources:
                  - Type: AWS::S3::Object
                    Values: [arn:aws:s3]
      `,
    },
    {
      name: 'advanced selectors record all objects',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            IsLogging: true
            S3BucketName: logs
            AdvancedEventSelectors:
              - FieldSelectors:
                  - Field: eventCategory
                    Equals: [Data]
                  - Field: resources.type
                    Equals: [AWS::S3::Object]
      `,
    },
  ],
  unknown: [
    {
      name: 'what is recorded is a parameter without a default',
      template: `
        Parameters:
          What:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
              EventSelectors:
                - ReadWriteType: All
                  DataResources:
                    - Type: AWS::S3::Object
                      Values: [!Ref What]
      `,
    },
  ],
});
