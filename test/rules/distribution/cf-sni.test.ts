import rule from '../../../src/rules/distribution/cf-sni';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the addresses are dedicated',
      at: ['Site/Properties/DistributionConfig/ViewerCertificate/SslSupportMethod'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              ViewerCertificate: { AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3, SslSupportMethod: vip }
      `,
    },
  ],
  passes: [
    {
      name: 'SNI',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              ViewerCertificate: { AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3, SslSupportMethod: sni-only }
      `,
    },
  ],
});
