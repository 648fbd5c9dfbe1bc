import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/distribution/cf-origin-failover';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no group',
      at: ['Shop/Properties/DistributionConfig/OriginGroups/Items'],
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
  ],
  passes: [
    {
      name: 'a second bucket takes over',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        const replica = s3.Bucket.fromBucketName(stack, 'Replica', 'shop-site-replica');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: {
            origin: new origins.OriginGroup({
              primaryOrigin: origins.S3BucketOrigin.withOriginAccessControl(site),
              fallbackOrigin: origins.S3BucketOrigin.withOriginAccessControl(replica),
            }),
          },
        });
      },
    },
  ],
});
