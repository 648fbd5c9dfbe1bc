import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-access-point-bpa';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an access point is made with half of the block',
      at: [
        'Partners/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy',
        'Partners/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets',
      ],
      template: (stack) => {
        const reports = new s3.Bucket(stack, 'Reports');
        new s3.CfnAccessPoint(stack, 'Partners', {
          bucket: reports.bucketName,
          publicAccessBlockConfiguration: { blockPublicAcls: true, ignorePublicAcls: true },
        });
      },
    },
    {
      name: 'a setting is off',
      at: ['Reports/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets'],
      template: `
        Reports:
          Type: AWS::S3::AccessPoint
          Properties:
            Bucket: reports
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: true
              IgnorePublicAcls: true
              RestrictPublicBuckets: false
      `,
    },
    {
      name: 'a block of a multi-Region access point says one setting only',
      template: `
        Reports:
          Type: AWS::S3::MultiRegionAccessPoint
          Properties:
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
            Regions:
              - Bucket: reports-eu
      `,
    },
  ],
  passes: [
    {
      name: 'it says nothing, the service blocks everything',
      template: (stack) => {
        const reports = new SecureBucket(stack, 'Reports');
        new s3.CfnAccessPoint(stack, 'Partners', { bucket: reports.bucketName });
      },
    },
    {
      name: 'all four are on',
      template: `
        Reports:
          Type: AWS::S3::AccessPoint
          Properties:
            Bucket: reports
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: true
              IgnorePublicAcls: true
              RestrictPublicBuckets: true
      `,
    },
    {
      name: 'nothing is said',
      template: `
        Reports:
          Type: AWS::S3::AccessPoint
          Properties:
            Bucket: reports
      `,
    },
  ],
  unknown: [
    {
      name: 'a setting is a parameter without a default',
      at: ['Reports/Properties/PublicAccessBlockConfiguration/BlockPublicAcls'],
      template: `
        Parameters:
          Block:
            Type: String
        Resources:
          Reports:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: reports
              PublicAccessBlockConfiguration:
                BlockPublicAcls: !Ref Block
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
      `,
    },
  ],
});
