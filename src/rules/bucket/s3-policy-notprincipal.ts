import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';
import { bucketPolicyTypes, policyDocument } from './reading/bucket-policies';

export default defineRule({
  id: 's3-policy-notprincipal',
  severity: 'high',
  title: 'the bucket policy lets in everybody but some',
  why:
    '`NotPrincipal` with `Allow` names who is left out and lets all others in: every other account, and callers without one. ' +
    'A list of what is meant cannot grow by itself.',
  serviceDefault:
    'Nothing is allowed by the policy of a bucket unless it says so (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html).',
  fix: 'name in `Principal` who is let in',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'IAM supports `NotPrincipal` with `Deny` only (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html): with `Allow` it stands in older policies, or is refused at deployment.',
  appliesTo: bucketPolicyTypes,
  check: (policy) => judgeAllowed(policyDocument(policy), (placed) => refuse(placed, 'NotPrincipal', '`Principal`')),
});
