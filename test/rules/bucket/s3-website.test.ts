import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-website';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 serves an index page',
      at: ['Site/Properties/WebsiteConfiguration'],
      template: (stack) => new s3.Bucket(stack, 'Site', { websiteIndexDocument: 'index.html' }),
    },
  ],
  passes: [
    {
      name: 'CloudFront serves it',
      template: (stack) => {
        const site = new SecureBucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Web', {
          defaultRootObject: 'index.html',
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
    {
      name: 'there is no website',
      template: `
        Site:
          Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'everything is redirected',
      template: `
        Site:
          Type: AWS::S3::Bucket
          Properties:
            WebsiteConfiguration:
              RedirectAllRequestsTo:
                HostName: www.example.com
                Protocol: https
      `,
    },
  ],
  unknown: [
    {
      name: 'the configuration is a parameter without a default',
      at: ['Site/Properties/WebsiteConfiguration'],
      template: `
        Parameters:
          Website:
            Type: String
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration: !Ref Website
      `,
    },
  ],
});
