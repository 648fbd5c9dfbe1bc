import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-acl-disabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets writers keep their objects',
      template: (stack) => new s3.Bucket(stack, 'Uploads', { objectOwnership: s3.ObjectOwnership.OBJECT_WRITER }),
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
