import rule from '../../../src/rules/detection/trail-encrypted';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no key',
      at: ['Trail/Properties/KMSKeyId'],
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true }
      `,
    },
  ],
  passes: [
    {
      name: 'there is a key',
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true, KMSKeyId: arn:aws:kms:eu-west-1:111122223333:key/a1b2c3 }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Trail/Properties/KMSKeyId'],
      template: `
        Parameters:
          Key: { Type: String }
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties: { S3BucketName: trail-logs, IsLogging: true, KMSKeyId: !Ref Key }
      `,
    },
  ],
});
