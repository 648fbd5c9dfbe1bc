import { defineRule } from '../define-rule';
import { demand } from '../results';
import { isBucketOrigin, isSet, legacyIdentitiesOf, originsOf } from './reading/origins';

export default defineRule({
  id: 'cf-s3-oai',
  severity: 'medium',
  strict: true,
  title: 'the bucket has neither an access control nor an access identity',
  why: 'The bucket has to be open to everybody for CloudFront to read it. Whoever asks it directly gets past what the distribution enforces.',
  serviceDefault:
    'CloudFront does not sign what it asks of a bucket unless the origin says with what (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html).',
  fix: 'set `OriginAccessControlId` of the origin, which came after `S3OriginConfig.OriginAccessIdentity` and is better',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  notes: 'The older reading of `cf-s3-oac`. AWS recommends access controls, so that one of these passes too.',
  appliesTo: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::StreamingDistribution'],
  check: (distribution) => {
    const isStream = distribution.is('AWS::CloudFront::StreamingDistribution');
    const origins = isStream ? [] : originsOf(distribution);
    const identities = origins
      .filter((origin) => isBucketOrigin(origin) && !isSet(origin.read('OriginAccessControlId')))
      .map((origin) => origin.read('S3OriginConfig.OriginAccessIdentity'));
    return [...identities, ...legacyIdentitiesOf(distribution)].map((identity) =>
      demand(identity, isSet, 'an access control or identity'),
    );
  },
});
