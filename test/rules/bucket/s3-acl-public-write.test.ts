import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-acl-public-write';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 gives the canned ACL PublicReadWrite',
      at: ['Uploads/Properties/AccessControl'],
      template: (stack) =>
        new s3.Bucket(stack, 'Uploads', {
          accessControl: s3.BucketAccessControl.PUBLIC_READ_WRITE,
          objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
        }),
    },
    {
      name: 'it is so under one condition only',
      at: ['Uploads/Properties/AccessControl'],
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !If [IsDemo, PublicReadWrite, !Ref AWS::NoValue]
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
