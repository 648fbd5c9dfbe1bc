import { accessLevelOf } from '../../facts/actions';
import { isOnEverything } from '../../iam/broad-patterns';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeFunctionRole } from './reading/function-role';
import { named, pathOf } from './reading/path';

/** What lets others in at a store: its policy, its access list, what keeps the public out, and grants of its key. */
const openings = [
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPublicAccessBlock',
  's3:PutAccessPointPolicy',
  'sqs:SetQueueAttributes',
  'sqs:AddPermission',
  'sns:SetTopicAttributes',
  'sns:AddPermission',
  'kms:PutKeyPolicy',
  'kms:CreateGrant',
  'secretsmanager:PutResourcePolicy',
  'dynamodb:PutResourcePolicy',
  'kinesis:PutResourcePolicy',
  'events:PutPermission',
  'ecr:SetRepositoryPolicy',
  'logs:PutResourcePolicy',
  'glue:PutResourcePolicy',
];

export default defineRule({
  id: 'role-opens-store',
  severity: 'high',
  title: 'a function may open a data store to others',
  why:
    'Whoever gets hold of the function writes their own account into the policy of the bucket, queue, table, secret or key. ' +
    'From then on they read and write there from outside, without the function, its role or its logs, and stay after the weakness is mended.',
  serviceDefault:
    'A resource policy may let any account in, and is changed with one call (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html).',
  fix: 'take the action out of the role; write the policy in the template. For `kms:CreateGrant` add `Bool: { kms:GrantIsForAWSResource: true }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732', 'CWE-269'] },
  notes:
    'On every resource it is the question of `iam-permissions-management`, but for attributes of queues and topics, which hold their policy and count as writing.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeFunctionRole(role, app, openings, (right, functions) => {
      const everywhere = isOnEverything(right.statement);
      const actions = right.actions.filter((name) => !everywhere || accessLevelOf(name) !== 'Permissions management');
      if (actions.length === 0) return [];
      return fail(right.at, {
        got: pathOf(functions, named({ ...right, actions }), 'any account that it names'),
        wanted: 'no action that changes who has access',
      });
    }),
});
