import rule from '../../../src/rules/distribution/cf-signed-urls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the account signs',
      at: ['Site/Properties/DistributionConfig/DefaultCacheBehavior/TrustedSigners'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: https-only, TrustedSigners: [self] }
      `,
    },
  ],
  passes: [
    {
      name: 'a key group signs',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: https-only, TrustedKeyGroups: [a1b2c3] }
      `,
    },
  ],
});
