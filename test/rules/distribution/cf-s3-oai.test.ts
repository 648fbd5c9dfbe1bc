import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/distribution/cf-s3-oai';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is neither',
      at: ['Shop/Properties/DistributionConfig/Origins/0/S3OriginConfig/OriginAccessIdentity'],
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withBucketDefaults(site) },
        });
      },
    },
    {
      name: 'a distribution in its first form, without an identity',
      at: ['Site/Properties/DistributionConfig/S3Origin/OriginAccessIdentity'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              S3Origin: { DNSName: files.s3.eu-west-1.amazonaws.com }
      `,
    },
  ],
  passes: [
    {
      name: 'there is an access control',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
    {
      name: 'there is an identity',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins: [{ Id: files, DomainName: files.s3.eu-west-1.amazonaws.com, S3OriginConfig: { OriginAccessIdentity: origin-access-identity/cloudfront/E1A2B3 } }]
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/Origins/0/S3OriginConfig/OriginAccessIdentity'],
      template: `
        Parameters:
          Identity: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins: [{ Id: files, DomainName: files.s3.eu-west-1.amazonaws.com, S3OriginConfig: { OriginAccessIdentity: !Ref Identity } }]
      `,
    },
  ],
});
