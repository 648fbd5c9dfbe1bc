import { letsStrangersIn } from '../../iam/everybody';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';
import { bucketPolicyTypes, policyDocument } from './reading/bucket-policies';

export default defineRule({
  id: 's3-policy-public',
  severity: 'critical',
  title: 'the bucket policy lets everybody on the internet in',
  why: 'Anybody, without an AWS account, can do with the bucket what the statement allows: read customer data, list it, or put objects that functions then process.',
  serviceDefault:
    'Nobody outside of the account has access without a policy. ' +
    'The block of public access, which new buckets have, refuses such a policy at deployment; where it is off, the policy works (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html).',
  fix: 'name the accounts, roles or services in `Principal`; for a whole organization keep `*` and add `StringEquals: { aws:PrincipalOrgID }`; publish files through CloudFront with an origin access control',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], fsbp: ['S3.2', 'S3.3'], cwe: ['CWE-732'] },
  notes:
    'A condition counts if it holds for known callers only: an organization, account, VPC, endpoint, source, or a range of addresses of at most /8. ' +
    '`aws:Referer`, `aws:UserAgent`, operators that also hold where the key is missing (`…IfExists`, `ForAllValues:`, `StringNotEquals`) and values with wildcards do not. ' +
    'Policies of access points are judged too.',
  appliesTo: bucketPolicyTypes,
  check: (policy) =>
    judgeAllowed(policyDocument(policy), ({ statement, at }) =>
      failIf(letsStrangersIn(statement), at.read('Principal'), {
        wanted: 'a named principal, or a condition that only known callers meet',
      }),
    ),
});
