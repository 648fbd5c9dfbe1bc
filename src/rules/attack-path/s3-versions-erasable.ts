import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeFunctionRole, reachedBy } from './reading/function-role';
import { pathOf } from './reading/path';
import { rightsOf } from './reading/rights';
import { losesVersions, versionedBuckets } from './reading/versioned-buckets';

const overwriting = ['s3:PutObject', 's3:DeleteObject'];
const erasing = [
  's3:DeleteObjectVersion',
  's3:PutBucketVersioning',
  's3:PutLifecycleConfiguration',
  's3:BypassGovernanceRetention',
];

export default defineRule({
  id: 's3-versions-erasable',
  severity: 'high',
  title: 'one function may overwrite objects and erase the versions that would bring them back',
  why:
    'Whoever takes over the function overwrites every object with what only they can read, deletes the older versions or lets a lifecycle rule do it, and asks for money. ' +
    'Versioning was there against that, and one role undoes both.',
  serviceDefault:
    'Deleting an object of a versioned bucket hides it; only `s3:DeleteObjectVersion` and lifecycle rules remove what is there (https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html).',
  fix: 'allow `s3:DeleteObject` and `s3:PutObject` by name, and leave versions and the settings of the bucket to a role that no function has',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250', 'CWE-266'] },
  notes:
    'Buckets with `VersioningConfiguration: Enabled`. A default retention passes, unless the role may bypass it. ' +
    '`s3:DeleteObject*`, which `grantDelete` and `grantReadWrite` of the CDK write for whom deletes objects, covers versions too and passes here: `ScopedRole` narrows it.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeFunctionRole(role, app, erasing, (right, functions) => {
      const { at, actions } = right;
      const buckets = at.is('s3:DeleteObject*') ? [] : reachedBy(right, versionedBuckets(app));
      const bucket = buckets.find((one) => actions.some((action) => losesVersions(action, one)));
      if (!bucket) return [];
      const writes = rightsOf(role, app, overwriting).found.find(
        (one) => one.truth === 'yes' && reachedBy(one, [bucket]).length > 0,
      );
      if (!writes) return [];
      const erases = actions.filter((action) => losesVersions(action, bucket));
      const got = pathOf(functions, `${writes.actions.join(', ')} and ${erases.join(', ')}`, bucket);
      return fail(at, { got, wanted: 'no right over versions' });
    }),
});
