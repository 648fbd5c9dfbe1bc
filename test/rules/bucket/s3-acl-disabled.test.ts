import rule from '../../../src/rules/bucket/s3-acl-disabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'writers keep their objects',
      at: ['Uploads/Properties/OwnershipControls/Rules/0/ObjectOwnership'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            OwnershipControls:
              Rules:
                - ObjectOwnership: ObjectWriter
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
