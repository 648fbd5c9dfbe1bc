import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';
import { bucketPolicyTypes, policyDocument } from './reading/bucket-policies';

export default defineRule({
  id: 's3-policy-notaction',
  severity: 'medium',
  title: 'the bucket policy allows every action but some',
  why:
    '`NotAction` with `Allow` allows all that is not listed, also what S3 will add tomorrow: deleting objects, replacing this policy. ' +
    'A list of what is meant cannot grow by itself.',
  serviceDefault:
    'Nothing is allowed by the policy of a bucket unless it says so (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html).',
  fix: 'list in `Action` what is allowed',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: bucketPolicyTypes,
  check: (policy) => judgeAllowed(policyDocument(policy), (placed) => refuse(placed, 'NotAction', '`Action`')),
});
