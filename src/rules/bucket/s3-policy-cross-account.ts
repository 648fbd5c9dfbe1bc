import { isPatternFor } from '../../iam/broad-patterns';
import { accountNamed, isHomeAccount } from '../../iam/home-account';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeAllowed } from '../statements';
import { bucketPolicyTypes, policyDocument } from './reading/bucket-policies';

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6 */
const administrative = [
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:PutEncryptionConfiguration',
  's3:PutObjectAcl',
];

export default defineRule({
  id: 's3-policy-cross-account',
  severity: 'high',
  title: 'another account may change who has access to the bucket',
  why:
    'Whoever may write the policy, the ACLs or the encryption of the bucket gives themselves, and anybody else, all the rest. ' +
    'In another account nobody here sees who that is.',
  serviceDefault:
    'No other account has access unless the policy says so (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html).',
  fix: 'take `s3:PutBucketPolicy`, `s3:DeleteBucketPolicy`, `s3:PutBucketAcl`, `s3:PutObjectAcl` and `s3:PutEncryptionConfiguration` out of what the other account may do',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], fsbp: ['S3.6'], cwe: ['CWE-732'] },
  notes: 'An account number is that of another account unless the stack is known to be deployed to it.',
  appliesTo: bucketPolicyTypes,
  check: (policy) =>
    judgeAllowed(policyDocument(policy), ({ statement, at }) => {
      const outsiders = (statement.principal?.named ?? [])
        .map(({ term }) => accountNamed(term.toString()))
        .filter((account) => account !== undefined && !isHomeAccount(account, policy));
      if (outsiders.length === 0) return [];
      return at
        .read('Action')
        .items.filter((_, index) => administrative.some((name) => isPatternFor(statement.actions[index], name)))
        .map((action) => fail(action, { wanted: 'no action that changes who has access' }));
    }),
});
