import rule from '../../../src/rules/distribution/cf-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is off',
      at: ['Site/Properties/DistributionConfig/Enabled'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig: { Enabled: false, Origins: [{ Id: o, DomainName: a.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }] }
      `,
    },
    {
      name: 'it has no origin',
      at: ['Site/Properties/DistributionConfig/Origins'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties: { DistributionConfig: { Enabled: true } }
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig: { Enabled: true, Origins: [{ Id: o, DomainName: a.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }] }
      `,
    },
  ],
});
