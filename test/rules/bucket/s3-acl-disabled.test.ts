import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-acl-disabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets writers keep their objects',
      at: ['Uploads/Properties/OwnershipControls/Rules/0/ObjectOwnership'],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { objectOwnership: s3.ObjectOwnership.OBJECT_WRITER }),
    },
    {
      name: 'a distribution logs into it, and who writes an object owns it',
      at: ['Logs/Properties/OwnershipControls/Rules/0/ObjectOwnership'],
      template: `
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            OwnershipControls: {Rules: [{ObjectOwnership: ObjectWriter}]}
        Portal:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Logging: {Bucket: !GetAtt Logs.RegionalDomainName}
      `,
    },
    {
      name: 'a canned ACL lets log delivery in',
      at: ['Logs/Properties/AccessControl'],
      template: `
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            AccessControl: LogDeliveryWrite
      `,
    },
  ],
  passes: [
    { name: 'ours turns ACLs off', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'CloudFront delivers its standard logs by ACL, and the bucket owns them',
      template: (stack) => {
        const logBucket = new s3.Bucket(stack, 'Logs', { objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED });
        new cloudfront.Distribution(stack, 'Portal', {
          defaultBehavior: { origin: new HttpOrigin('api.example.com') },
          logBucket,
        });
      },
    },
    {
      name: 'ACLs are off',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            OwnershipControls:
              Rules:
                - ObjectOwnership: BucketOwnerEnforced
      `,
    },
    {
      name: 'nothing is said, the service turns them off',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  unknown: [
    {
      name: 'the ownership is a parameter without a default',
      at: ['Uploads/Properties/OwnershipControls/Rules/0/ObjectOwnership'],
      template: `
        Parameters:
          Owner:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: !Ref Owner
      `,
    },
  ],
});
