import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-bpa';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 blocks ACLs only',
      at: [
        'Uploads/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy',
        'Uploads/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets',
      ],
      template: (stack) => new s3.Bucket(stack, 'Uploads', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS_ONLY }),
    },
    {
      name: 'an ACL for the public, which S3 takes only where there is no block',
      at: ['Uploads/Properties/PublicAccessBlockConfiguration'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties: { AccessControl: PublicRead }
      `,
    },
    {
      name: 'one setting is off',
      at: ['Uploads/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: false
              IgnorePublicAcls: true
              RestrictPublicBuckets: true
      `,
    },
    {
      name: 'settings are left out of the block',
      at: [
        'Uploads/Properties/PublicAccessBlockConfiguration/IgnorePublicAcls',
        'Uploads/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets',
      ],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: true
      `,
    },
    {
      name: 'a mapping turns it off for one stage',
      at: ['Uploads/Properties/PublicAccessBlockConfiguration/BlockPublicAcls'],
      template: `
        Mappings:
          Stage:
            dev:
              Block: false
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: !FindInMap [Stage, dev, Block]
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
      `,
    },
  ],
  passes: [
    { name: 'ours blocks everything', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'all four are on',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: true
              IgnorePublicAcls: true
              RestrictPublicBuckets: true
      `,
    },
    {
      name: 'nothing is said, the service turns it on',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'the L2 blocks everything',
      template: (stack) => new s3.Bucket(stack, 'Uploads', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL }),
    },
  ],
  unknown: [
    {
      name: 'a setting is a parameter without a default',
      at: ['Uploads/Properties/PublicAccessBlockConfiguration/BlockPublicAcls'],
      template: `
        Parameters:
          Block:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: !Ref Block
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
      `,
    },
  ],
});
