import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/distribution/cf-s3-oac';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the bucket is asked as by anybody',
      at: ['Shop/Properties/DistributionConfig/Origins/0/OriginAccessControlId'],
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withBucketDefaults(site) },
        });
      },
    },
    {
      name: 'a distribution in its first form, which knows no access control',
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
      name: 'an origin access control signs',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/Origins/0/OriginAccessControlId'],
      template: `
        Parameters:
          Control: { Type: String }
        Resources:
          Files:
            Type: AWS::S3::Bucket
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins: [{ Id: files, DomainName: !GetAtt Files.RegionalDomainName, S3OriginConfig: {}, OriginAccessControlId: !Ref Control }]
      `,
    },
  ],
});
