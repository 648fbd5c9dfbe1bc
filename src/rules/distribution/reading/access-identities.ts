import { isSet, originsOf } from './origins';
import type { Application, Resource, Value } from '../../../template';

/** An access identity, as an origin names it, with the bucket that it is to read. */
export interface IdentityOrigin {
  readonly identity: Value;
  readonly bucket: Resource;
}

const distributionTypes = ['AWS::CloudFront::Distribution', 'AWS::CloudFront::StreamingDistribution'];

/** The origins of a distribution that read a bucket of the application with an access identity. */
export function identityOrigins(distribution: Resource): readonly IdentityOrigin[] {
  if (distribution.is('AWS::CloudFront::StreamingDistribution')) {
    const origin = distribution.read('StreamingDistributionConfig.S3Origin');
    return named(origin.read('OriginAccessIdentity'), origin.read('DomainName'));
  }
  const first = distribution.read('DistributionConfig.S3Origin');
  return [
    ...originsOf(distribution)
      .filter((origin) => !isSet(origin.read('OriginAccessControlId')))
      .flatMap((origin) => named(origin.read('S3OriginConfig.OriginAccessIdentity'), origin.read('DomainName'))),
    ...named(first.read('OriginAccessIdentity'), first.read('DNSName')),
  ];
}

function named(identity: Value, domain: Value): readonly IdentityOrigin[] {
  const bucket = domain.target;
  return isSet(identity) && !identity.isUnknown && bucket?.is('AWS::S3::Bucket') ? [{ identity, bucket }] : [];
}

/** Whether a distribution of the application reads a bucket with an access identity. */
export function isReadByIdentity(bucket: Resource, app: Application): boolean {
  return app
    .references(bucket)
    .incoming.filter(({ type }) => distributionTypes.includes(type))
    .some((distribution) => identityOrigins(distribution).some((origin) => origin.bucket === bucket));
}

/** The access identity of CloudFront that a principal names: by its canonical user, or by its ARN. */
export function identityIn(principal: Value): Value | undefined {
  const users = principal.read('CanonicalUser').items;
  const arns = principal.read('AWS').items;
  return (
    users.find(({ target }) => target?.is('AWS::CloudFront::CloudFrontOriginAccessIdentity')) ??
    arns.find(({ text = '' }) => text.includes(':user/CloudFront Origin Access Identity '))
  );
}
