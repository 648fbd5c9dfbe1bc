import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/detection/trail-encrypted';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no key',
      at: ['Trail/Properties/KMSKeyId'],
      template: (stack) => new cloudtrail.Trail(stack, 'Trail', { trailName: 'shop' }),
    },
  ],
  passes: [
    {
      name: 'there is a key',
      template: (stack) => {
        const arn = stack.formatArn({ service: 'cloudtrail', resource: 'trail', resourceName: 'shop' });
        const service = new iam.ServicePrincipal('cloudtrail.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceArn': arn } },
        });
        const key = new SecureKey(stack, 'Key');
        key.grant(service, 'kms:GenerateDataKey*', 'kms:DescribeKey');
        new cloudtrail.Trail(stack, 'Trail', { trailName: 'shop', encryptionKey: key });
      },
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
