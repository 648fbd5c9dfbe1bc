import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/bucket/s3-replication';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no rule',
      at: ['Records/Properties/ReplicationConfiguration/Rules'],
      template: (stack) => new s3.Bucket(stack, 'Records', { versioned: true }),
    },
    {
      name: 'the rule is disabled',
      template: `
        Records:
          Type: AWS::S3::Bucket
          Properties:
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Disabled
                  Destination:
                    Bucket: arn:aws:s3:::copies
      `,
    },
  ],
  passes: [
    {
      name: 'objects are copied to another Region',
      template: (stack) => {
        const copy = s3.Bucket.fromBucketName(stack, 'Copy', 'records-copy');
        new s3.Bucket(stack, 'Records', { versioned: true, replicationRules: [{ destination: copy }] });
      },
    },
    {
      name: 'objects are copied',
      template: `
        Records:
          Type: AWS::S3::Bucket
          Properties:
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Enabled
                  Destination:
                    Bucket: arn:aws:s3:::copies
      `,
    },
  ],
  unknown: [
    {
      name: 'the rules are a parameter without a default',
      template: `
        Parameters:
          Rules:
            Type: String
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
                Role: arn:aws:iam::111122223333:role/replication
                Rules: !Ref Rules
      `,
    },
  ],
});
