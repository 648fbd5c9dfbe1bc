import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-defaults-unsaid';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Uploads/Properties/PublicAccessBlockConfiguration', 'Uploads/Properties/OwnershipControls/Rules'],
      template: (stack) => new s3.Bucket(stack, 'Uploads'),
    },
  ],
  passes: [
    { name: 'ours says both', template: (stack) => new SecureBucket(stack, 'Uploads') },
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
