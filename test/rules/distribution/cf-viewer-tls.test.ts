import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import rule from '../../../src/rules/distribution/cf-viewer-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the version is an old one',
      at: ['Shop/Properties/DistributionConfig/ViewerCertificate/MinimumProtocolVersion'],
      template: (stack) => {
        const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3';
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: new origins.HttpOrigin('origin.example.com') },
          domainNames: ['shop.example.com'],
          certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', certificate),
          minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_1_2016,
        });
      },
    },
    {
      name: "the certificate is CloudFront's",
      at: ['Site/Properties/DistributionConfig/ViewerCertificate'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig: { Enabled: true }
      `,
    },
  ],
  passes: [
    {
      name: 'TLS 1.2',
      template: (stack) => {
        const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3';
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: new origins.HttpOrigin('origin.example.com') },
          domainNames: ['shop.example.com'],
          certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', certificate),
          minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/ViewerCertificate/MinimumProtocolVersion'],
      template: `
        Parameters:
          Version: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                ViewerCertificate: { AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3, MinimumProtocolVersion: !Ref Version }
      `,
    },
  ],
});
