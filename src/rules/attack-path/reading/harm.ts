import { named } from './path';
import { rightsOf } from './rights';
import type { Right } from './rights';
import { administratorAccess, managedPolicyName } from '../../../facts/managed-policies';
import { PolicyDocument } from '../../../iam';
import type { Application, Resource } from '../../../template';

/** What somebody who steers a function wants to do with its role; the worst first. */
export const harmfulActions: readonly string[] = [
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:PassRole',
  'lambda:UpdateFunctionCode',
  'sts:AssumeRole',
  's3:DeleteObject',
  'dynamodb:DeleteItem',
  'rds-data:ExecuteStatement',
  'secretsmanager:PutSecretValue',
  's3:PutObject',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:BatchWriteItem',
  'lambda:InvokeFunction',
  'states:StartExecution',
  'secretsmanager:GetSecretValue',
];

/** Something that a role may do, and as it is told: `dynamodb:DeleteItem on Orders`. */
export interface Harm {
  readonly told: string;
  readonly right: Right;
}

/**
 * The worst of some actions that a role may do.
 *
 * `unknown` where it is not known to do any, and something that cannot be read may allow one.
 */
export function worstOf(
  role: Resource,
  app: Application,
  actions: readonly string[] = harmfulActions,
): Harm | 'unknown' | undefined {
  const { found, unread } = rightsOf(role, app, actions);
  const sure = found.filter(({ truth }) => truth === 'yes');
  for (const action of actions) {
    const right = sure.find((one) => one.actions.includes(action));
    if (right) return { told: named({ ...right, actions: [action] }), right };
  }
  const administrator = administratorOf(role, actions[0]);
  if (administrator) return { told: 'everything', right: administrator };
  return found.length > 0 || unread.length > 0 ? 'unknown' : undefined;
}

/** The right to do everything that AWS's own policy gives; a boundary may take it away again. */
function administratorOf(role: Resource, action: string): Right | undefined {
  if (!role.read('PermissionsBoundary').isAbsent) return undefined;
  const at = role
    .read('ManagedPolicyArns')
    .items.find((arn) => managedPolicyName(arn.text ?? '') === administratorAccess.name);
  return at && { actions: [action], at, statement: everything, on: [{ arn: '*' }], truth: 'yes' };
}

const [everything] = PolicyDocument.of({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }).statements;
