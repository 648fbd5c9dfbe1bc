import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import rule from '../../../src/rules/distribution/cf-origin-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'plain HTTP',
      at: ['Shop/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginProtocolPolicy'],
      template: (stack) =>
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: {
            origin: new origins.HttpOrigin('shop.example.com', {
              protocolPolicy: cloudfront.OriginProtocolPolicy.HTTP_ONLY,
            }),
          },
        }),
    },
    {
      name: 'an old version is among the protocols',
      at: ['Site/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginSSLProtocols/0'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins:
                - Id: shop
                  DomainName: shop.example.com
                  CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1, TLSv1.2] }
      `,
    },
    {
      name: 'a distribution in its first form',
      at: ['Site/Properties/DistributionConfig/CustomOrigin/OriginProtocolPolicy'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              CustomOrigin: { DNSName: shop.example.com, OriginProtocolPolicy: http-only, OriginSSLProtocols: [TLSv1.2] }
      `,
    },
    {
      name: 'the protocols are left to CloudFormation',
      at: ['Site/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginSSLProtocols'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins:
                - Id: shop
                  DomainName: shop.example.com
                  CustomOriginConfig: { OriginProtocolPolicy: https-only }
      `,
    },
  ],
  passes: [
    {
      name: 'TLS 1.2',
      template: (stack) =>
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: {
            origin: new origins.HttpOrigin('shop.example.com', {
              protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
              originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
            }),
          },
        }),
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      at: ['Site/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginProtocolPolicy'],
      template: `
        Parameters:
          Policy: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: shop
                    DomainName: shop.example.com
                    CustomOriginConfig: { OriginProtocolPolicy: !Ref Policy }
      `,
    },
  ],
});
