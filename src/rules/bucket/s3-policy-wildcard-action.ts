import { isWholeService } from '../../iam/broad-patterns';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeAllowed } from '../statements';
import { bucketPolicyTypes, policyDocument } from './reading/bucket-policies';

export default defineRule({
  id: 's3-policy-wildcard-action',
  severity: 'high',
  title: 'the bucket policy allows every action',
  why:
    'Whoever is named can do everything with the bucket: delete all objects, open it to others by a new policy, turn versioning and encryption off. ' +
    'What they need is a few actions at most.',
  serviceDefault:
    'Nothing is allowed by the policy of a bucket unless it says so (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html).',
  fix: 'list the actions that are needed, such as `s3:GetObject` and `s3:PutObject`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: bucketPolicyTypes,
  check: (policy) =>
    judgeAllowed(policyDocument(policy), ({ statement, at }) =>
      at
        .read('Action')
        .items.filter((_, index) => isWholeService(statement.actions[index]))
        .map((action) => fail(action, { wanted: 'the actions that are needed' })),
    ),
});
