import type { Resource, Value } from '../../../template';

/** The origins of a distribution. */
export function originsOf(distribution: Resource): readonly Value[] {
  return distribution.read('DistributionConfig.Origins').items;
}

/** The settings of servers that are no buckets, `DistributionConfig.CustomOrigin` of the first distributions among them. */
export function serverSettingsOf(distribution: Resource): readonly Value[] {
  const settings = originsOf(distribution).map((origin) => origin.read('CustomOriginConfig'));
  return [...settings, distribution.read('DistributionConfig.CustomOrigin')].filter((config) => !config.isAbsent);
}

/** The access identity of the bucket of a distribution that streams, or of the first form, which know no access controls. */
export function legacyIdentitiesOf(distribution: Resource): readonly Value[] {
  const isStream = distribution.is('AWS::CloudFront::StreamingDistribution');
  const origin = distribution.read(isStream ? 'StreamingDistributionConfig.S3Origin' : 'DistributionConfig.S3Origin');
  return origin.isAbsent ? [] : [origin.read('OriginAccessIdentity')];
}

/** The default behaviour of the cache and those for paths. */
export function behavioursOf(distribution: Resource): readonly Value[] {
  const config = distribution.read('DistributionConfig');
  return [config.read('DefaultCacheBehavior'), ...config.read('CacheBehaviors').items].filter(
    (behaviour) => !behaviour.isAbsent,
  );
}

/** Whether an origin is a bucket; the website of a bucket is a server like any other to CloudFront. */
export function isBucketOrigin(origin: Value): boolean {
  if (!origin.read('S3OriginConfig').isAbsent) return true;
  const domain = origin.read('DomainName');
  if (!origin.read('CustomOriginConfig').isAbsent) return false;
  return (
    (/(\.DomainName|RegionalDomainName)\}$/.test(domain.text ?? '') && domain.target?.is('AWS::S3::Bucket') === true) ||
    /\.s3[.-]([\w${}:-]+\.)?amazonaws\.com/.test(domain.text ?? '')
  );
}

/** Whether an origin is the URL of a function, or the endpoint of a web function. */
export function isFunctionUrlOrigin(origin: Value): boolean {
  const domain = origin.read('DomainName');
  return (
    domain.targets.some((target) => target.is('AWS::Lambda::Url') || target.is('AWS::Lambda::WebFunctionEndpoint')) ||
    /\.lambda-(?:url|web)\.|(\.|",")FunctionUrl["}]/.test(domain.text ?? '')
  );
}

/** Whether a setting says something: CloudFormation takes empty texts for none. */
export function isSet(value: Value): boolean {
  return !value.isAbsent && value.text !== '';
}
