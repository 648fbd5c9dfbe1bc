import rule from '../../../src/rules/distribution/cf-viewer-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the version is an old one',
      at: ['Site/Properties/DistributionConfig/ViewerCertificate/MinimumProtocolVersion'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              ViewerCertificate: { AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3, MinimumProtocolVersion: TLSv1.1_2016, SslSupportMethod: sni-only }
      `,
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
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              ViewerCertificate: { AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3, MinimumProtocolVersion: TLSv1.2_2021, SslSupportMethod: sni-only }
      `,
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
