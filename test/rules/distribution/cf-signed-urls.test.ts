import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import rule from '../../../src/rules/distribution/cf-signed-urls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the account signs',
      at: ['Films/Properties/DistributionConfig/DefaultCacheBehavior/TrustedSigners'],
      template: (stack) => {
        const films = new cloudfront.Distribution(stack, 'Films', {
          defaultBehavior: { origin: new origins.HttpOrigin('films.example.com') },
        });
        const resource = films.node.defaultChild as cloudfront.CfnDistribution;
        resource.addPropertyOverride('DistributionConfig.DefaultCacheBehavior.TrustedSigners', ['self']);
      },
    },
  ],
  passes: [
    {
      name: 'a key group signs',
      template: (stack) =>
        new cloudfront.Distribution(stack, 'Films', {
          defaultBehavior: {
            origin: new origins.HttpOrigin('films.example.com'),
            trustedKeyGroups: [cloudfront.KeyGroup.fromKeyGroupId(stack, 'Signers', 'a1b2c3')],
          },
        }),
    },
  ],
});
