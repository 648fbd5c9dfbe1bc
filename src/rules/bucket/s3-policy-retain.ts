import { defineRule } from '../define-rule';
import { demand } from '../results';

function retains(value: { is(...texts: string[]): boolean }): boolean {
  return value.is('Retain', 'RetainExceptOnCreate');
}

export default defineRule({
  id: 's3-policy-retain',
  severity: 'low',
  strict: true,
  title: 'the bucket stays when its stack is deleted, and its policy does not',
  why: 'What is left is a bucket with all its data and nothing that denies plain HTTP, other keys or other networks. Nobody looks at it any more, because its stack is gone.',
  serviceDefault:
    'CloudFormation deletes a resource whose template sets no `DeletionPolicy`, each by itself (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html).',
  fix: 'give the bucket policy the `DeletionPolicy` and `UpdateReplacePolicy` of its bucket (`bucket.policy?.applyRemovalPolicy(…)`), or use `SecureBucket`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  notes: 'Strict, because the L2 retains buckets and not their policies.',
  appliesTo: 'AWS::S3::BucketPolicy',
  check: (policy) => {
    const bucket = policy.read('Bucket').target;
    if (!bucket?.is('AWS::S3::Bucket')) return [];
    const pairs = [
      [bucket.deletionPolicy, policy.deletionPolicy],
      [bucket.updateReplacePolicy, policy.updateReplacePolicy],
    ] as const;
    return pairs.map(([ofBucket, own]) => demand(own, (it) => !retains(ofBucket) || retains(it), `"${ofBucket.text}"`));
  },
});
