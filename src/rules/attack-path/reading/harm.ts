import { named } from './path';
import { rightsOf } from './rights';
import type { Right } from './rights';
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
  return found.length > 0 || unread.length > 0 ? 'unknown' : undefined;
}
