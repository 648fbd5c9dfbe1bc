import rule from '../../../src/rules/distribution/cf-waf';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no web ACL',
      at: ['Site/Properties/DistributionConfig/WebACLId'],
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
              WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/shared/a1b2c3
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/WebACLId'],
      template: `
        Parameters:
          Firewall: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig: { Enabled: true, WebACLId: !Ref Firewall }
      `,
    },
  ],
});
