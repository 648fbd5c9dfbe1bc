import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { isBucketOrigin, isSet, legacyIdentitiesOf, originsOf } from './reading/origins';

/** A bucket whose origin names no access control. */
function judgeIdentity(identity: Value, control: Value): Result {
  if (identity.isUnknown && !identity.text?.includes('origin-access')) return unknown(identity);
  const wanted = 'an origin access control';
  return isSet(identity) ? fail(identity, { wanted, severity: 'low' }) : fail(control, { wanted });
}

export default defineRule({
  id: 'cf-s3-oac',
  severity: 'high',
  title: 'CloudFront reads the bucket as a stranger',
  why: 'Without an origin access control the bucket has to be open to everybody for CloudFront to read it. Whoever asks the bucket itself gets past the firewall, the log and the signed URLs of the distribution.',
  serviceDefault:
    'CloudFront does not sign what it asks of a bucket unless the origin names an access control (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html).',
  fix: 'set `OriginAccessControlId` of the origin to an `AWS::CloudFront::OriginAccessControl`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], fsbp: ['CloudFront.13'], cwe: ['CWE-284'] },
  notes:
    'An origin access identity, which came before, is low: it keeps strangers out, but knows neither newer Regions nor SSE-KMS, which `cf-oai-kms` tells.',
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) => [
    ...legacyIdentitiesOf(distribution).map((identity) => judgeIdentity(identity, identity)),
    ...originsOf(distribution)
      .filter(isBucketOrigin)
      .map((origin) => {
        const control = origin.read('OriginAccessControlId');
        if (control.isUnknown) return unknown(control);
        return isSet(control) ? pass() : judgeIdentity(origin.read('S3OriginConfig.OriginAccessIdentity'), control);
      }),
  ],
});
