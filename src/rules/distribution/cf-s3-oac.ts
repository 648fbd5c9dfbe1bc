import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isBucketOrigin, isSet, originsOf } from './reading/origins';

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
    'An origin access identity, which came before, is low: it keeps strangers out, but knows neither SSE-KMS nor newer Regions.',
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    originsOf(distribution)
      .filter(isBucketOrigin)
      .map((origin) => {
        const control = origin.read('OriginAccessControlId');
        const identity = origin.read('S3OriginConfig.OriginAccessIdentity');
        if (
          control.isUnknown ||
          (control.isAbsent && identity.isUnknown && !identity.text?.includes('origin-access'))
        ) {
          return unknown(control.isUnknown ? control : identity);
        }
        if (isSet(control)) return pass();
        const wanted = 'an origin access control';
        return isSet(identity) ? fail(identity, { wanted, severity: 'low' }) : fail(control, { wanted });
      }),
});
