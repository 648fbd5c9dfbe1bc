import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-retain',
  severity: 'low',
  title: 'the bucket is deleted with its stack',
  why:
    'Deleting the stack, or a change that replaces the bucket, takes the data with it. ' +
    'With `autoDeleteObjects` a function empties the bucket first, so that nothing stops it.',
  serviceDefault:
    'CloudFormation deletes a resource whose template sets no `DeletionPolicy`; S3 refuses while there are objects in it (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html).',
  fix: 'set `DeletionPolicy` and `UpdateReplacePolicy` to `RetainExceptOnCreate` or `Retain` and remove `autoDeleteObjects`; for throw-away stacks use `sandbox`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    [bucket.deletionPolicy, bucket.updateReplacePolicy].map((policy) =>
      demand(policy, (it) => it.is('Retain', 'RetainExceptOnCreate'), '"Retain"'),
    ),
});
