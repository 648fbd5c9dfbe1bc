import rule from '../../../src/rules/distribution/cf-custom-cert';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no certificate',
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
      name: 'there is one',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              ViewerCertificate: { AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3 }
      `,
    },
  ],
});
