import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/distribution/cf-viewer-https';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the default behaviour takes everything',
      at: ['Shop/Properties/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy'],
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
    {
      name: 'one path does',
      at: ['Site/Properties/DistributionConfig/CacheBehaviors/0/ViewerProtocolPolicy'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: https-only }
              CacheBehaviors: [{ PathPattern: /old/*, TargetOriginId: files, ViewerProtocolPolicy: allow-all }]
      `,
    },
  ],
  passes: [
    {
      name: 'plain HTTP is redirected',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: {
            origin: origins.S3BucketOrigin.withOriginAccessControl(site),
            viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy'],
      template: `
        Parameters:
          Policy: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: !Ref Policy }
      `,
    },
  ],
});
