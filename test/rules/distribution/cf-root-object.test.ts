import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/distribution/cf-root-object';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is named',
      at: ['Shop/Properties/DistributionConfig/DefaultRootObject'],
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
      name: 'a page is named',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
          defaultRootObject: 'index.html',
        });
      },
    },
    {
      name: 'an API stands behind it',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins:
                - Id: api
                  DomainName: a1b2c3.execute-api.eu-west-1.amazonaws.com
                  CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/DefaultRootObject'],
      template: `
        Parameters:
          Page: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig: { Enabled: true, DefaultRootObject: !Ref Page }
      `,
    },
  ],
});
