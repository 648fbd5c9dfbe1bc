import rule from '../../../src/rules/distribution/cf-origin-failover';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no group',
      at: ['Site/Properties/DistributionConfig/OriginGroups/Items'],
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
              OriginGroups:
                Quantity: 1
                Items:
                  - Id: files
                    FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } }
                    Members: { Quantity: 2, Items: [{ OriginId: here }, { OriginId: there }] }
      `,
    },
  ],
});
