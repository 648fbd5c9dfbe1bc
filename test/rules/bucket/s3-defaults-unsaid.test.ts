import rule from '../../../src/rules/bucket/s3-defaults-unsaid';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Uploads/Properties/PublicAccessBlockConfiguration', 'Uploads/Properties/OwnershipControls/Rules'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  passes: [
    {
      name: 'both are said',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            OwnershipControls:
              Rules: [{ ObjectOwnership: BucketOwnerEnforced }]
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: true
              IgnorePublicAcls: true
              RestrictPublicBuckets: true
      `,
    },
  ],
});
