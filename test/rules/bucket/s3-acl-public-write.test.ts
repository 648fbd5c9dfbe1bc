import rule from '../../../src/rules/bucket/s3-acl-public-write';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the canned ACL is PublicReadWrite',
      at: ['Uploads/Properties/AccessControl'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            AccessControl: PublicReadWrite
      `,
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
