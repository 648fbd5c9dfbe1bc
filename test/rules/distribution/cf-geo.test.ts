import rule from '../../../src/rules/distribution/cf-geo';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Site/Properties/DistributionConfig/Restrictions/GeoRestriction/RestrictionType'],
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
      name: 'three countries',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Restrictions: { GeoRestriction: { RestrictionType: whitelist, Locations: [AT, CH, DE] } }
      `,
    },
  ],
});
