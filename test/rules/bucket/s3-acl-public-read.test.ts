import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-acl-public-read';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 gives the canned ACL PublicRead',
      at: ['Uploads/Properties/AccessControl'],
      template: (stack) =>
        new s3.Bucket(stack, 'Uploads', {
          accessControl: s3.BucketAccessControl.PUBLIC_READ,
          objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
        }),
    },
    {
      name: 'every AWS account may read',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            AccessControl: AuthenticatedRead
      `,
    },
    {
      name: 'the default of a parameter says so',
      at: ['Uploads/Properties/AccessControl'],
      template: `
        Parameters:
          Acl:
            Type: String
            Default: PublicRead
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !Ref Acl
      `,
    },
  ],
  passes: [
    { name: 'ours has none', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'there is no canned ACL',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'the canned ACL is private',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            AccessControl: Private
      `,
    },
  ],
  unknown: [
    {
      name: 'the canned ACL is a parameter without a default',
      at: ['Uploads/Properties/AccessControl'],
      template: `
        Parameters:
          Acl:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !Ref Acl
      `,
    },
  ],
});
