import { RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-retain';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 empties it too',
      at: ['Uploads/DeletionPolicy', 'Uploads/UpdateReplacePolicy'],
      template: (stack) =>
        new s3.Bucket(stack, 'Uploads', { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }),
    },
    {
      name: 'it says so',
      at: ['Uploads/DeletionPolicy', 'Uploads/UpdateReplacePolicy'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          DeletionPolicy: Delete
      `,
    },
    {
      name: 'nothing is said',
      at: ['Uploads/DeletionPolicy', 'Uploads/UpdateReplacePolicy'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'a change that replaces it deletes it',
      at: ['Uploads/UpdateReplacePolicy'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
      `,
    },
  ],
  passes: [
    { name: 'ours stays', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'it is retained',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
      `,
    },
    {
      name: 'it is retained but for a first deployment that fails',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          DeletionPolicy: RetainExceptOnCreate
          UpdateReplacePolicy: Retain
      `,
    },
  ],
});
