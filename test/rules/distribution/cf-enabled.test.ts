import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/distribution/cf-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is off',
      at: ['Shop/Properties/DistributionConfig/Enabled'],
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          enabled: false,
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
    {
      name: 'it has no origin',
      at: ['Site/Properties/DistributionConfig/Origins'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties: { DistributionConfig: { Enabled: true } }
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
  ],
});
