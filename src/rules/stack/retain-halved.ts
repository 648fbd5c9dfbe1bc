import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';

const keeping = ['Retain', 'RetainExceptOnCreate', 'Snapshot'];

export default defineRule({
  id: 'retain-halved',
  severity: 'low',
  strict: true,
  title: 'the resource is kept when its stack is deleted and not when it is replaced, or the other way around',
  why: 'Somebody said that it must not be lost. A change of a property that cannot be changed in place, or the deletion of the stack, takes it all the same, in silence.',
  serviceDefault:
    'Each of `DeletionPolicy` and `UpdateReplacePolicy` is `Delete` for itself where it is not set, but for a snapshot of some databases (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html).',
  fix: 'set `DeletionPolicy` and `UpdateReplacePolicy` to the same (`applyRemovalPolicy(…)`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  notes: 'Strict, because a version or a deployment may be meant to outlive a replacement only.',
  appliesTo: '*',
  check: ({ deletionPolicy, updateReplacePolicy }) => {
    const both = [deletionPolicy, updateReplacePolicy];
    const kept = both.filter((policy) => policy.is(...keeping));
    if (kept.length !== 1) return [];
    const [other] = both.filter((policy) => !kept.includes(policy));
    return other.isUnknown ? unknown(other) : fail(other, { wanted: `"${kept[0].text}" as well` });
  },
});
