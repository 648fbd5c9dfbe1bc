import { Fact, FactName } from 'aws-cdk-lib/region-info';
import { layerPublishers } from '../../src/facts/layer-publishers';

test('every account that the CDK takes layers from is one of AWS, so that no feature of it is a finding', () => {
  const versions = [
    FactName.cloudwatchLambdaInsightsVersion('1.0.333.0'),
    FactName.paramsAndSecretsLambdaLayer('1.0.103', 'x86_64'),
    FactName.appConfigLambdaLayerVersion('2.0.181', 'x86_64'),
  ];
  const arns = Fact.regions.flatMap((region) => versions.flatMap((version) => Fact.find(region, version) ?? []));
  expect(arns.length).toBeGreaterThan(40);
  for (const arn of arns) expect(layerPublishers).toContain(arn.split(':')[4]);
});
