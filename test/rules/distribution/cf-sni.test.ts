import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import rule from '../../../src/rules/distribution/cf-sni';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the addresses are dedicated',
      at: ['Shop/Properties/DistributionConfig/ViewerCertificate/SslSupportMethod'],
      template: (stack) => {
        const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3';
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: new origins.HttpOrigin('origin.example.com') },
          domainNames: ['shop.example.com'],
          certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', certificate),
          sslSupportMethod: cloudfront.SSLMethod.VIP,
        });
      },
    },
  ],
  passes: [
    {
      name: 'SNI',
      template: (stack) => {
        const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3';
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: new origins.HttpOrigin('origin.example.com') },
          domainNames: ['shop.example.com'],
          certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', certificate),
        });
      },
    },
  ],
});
