import { identityPolicyTypes } from '../../iam/identity-policies';
import { placedStatements } from '../../iam/placed-statements';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { includesTexts } from './reading/included-texts';
import { isToldByOutput } from './reading/outputs';

/** Types that name a role to let it do something, or to deny it to others, and never run as it. */
const namingTypes = [
  ...identityPolicyTypes,
  'AWS::KMS::Key',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SecretsManager::ResourcePolicy',
];

export default defineRule({
  id: 'iam-role-orphan',
  severity: 'low',
  strict: true,
  title: 'nothing in the app runs as the role',
  why:
    'What is left of a function that is gone still has its permissions: whoever may make a function and pass roles to it ' +
    'runs their own code as this one, and nobody misses what is used by nobody.',
  serviceDefault:
    'A role stays until its resource is removed (https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#remove-credentials).',
  fix: 'remove the role, or the rule where something outside of the app runs as it',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'] },
  notes:
    'Only roles that services assume and nobody but policies refers to. ' +
    'A role with a `RoleName`, or one that an output tells, may be used from outside of the app.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => {
    if (!role.read('RoleName').isAbsent || !isForServices(role) || isToldByOutput(role, app)) return pass();
    const isUsed = app.references(role).incoming.some(({ type }) => !namingTypes.includes(type));
    if (isUsed) return pass();
    return includesTexts(app)
      ? unknown(role, 'a text that is included at deployment may name it')
      : fail(role, { got: 'a role that nothing uses', wanted: 'something that runs as it' });
  },
});

/** Whether services, and nobody else, assume the role. */
function isForServices(role: Resource): boolean {
  const { statements, because } = placedStatements(role.read('AssumeRolePolicyDocument'));
  const principals = statements.map(({ at }) => at.read('Principal'));
  return (
    because === undefined &&
    principals.length > 0 &&
    principals.every(
      (principal) => principal.entries.length > 0 && principal.entries.every(([kind]) => kind === 'Service'),
    )
  );
}
