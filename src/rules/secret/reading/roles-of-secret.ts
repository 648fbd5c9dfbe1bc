import { withAttachments } from './attachments';
import { isWholeService } from '../../../iam/broad-patterns';
import { deployedArnOf } from '../../../iam/deployed-text';
import { rolePolicies } from '../../../iam/role-policies';
import type { Application, Resource } from '../../../template';
import { functionBehind } from '../../function/reading/function-behind';

/** The roles whose policies name a secret, but for those that rotate it. */
export function rolesNaming(secret: Resource, app: Application): readonly Resource[] {
  const rotating = rotatorsOf(secret, app);
  const named = new Set(withAttachments(secret, app).flatMap((one) => app.principalsOf(one)));
  return [...named].filter((role) => role.is('AWS::IAM::Role') && !rotating.has(role));
}

function rotatorsOf(secret: Resource, app: Application): ReadonlySet<Resource | undefined> {
  const schedules = withAttachments(secret, app).flatMap((one) =>
    app.attachedTo(one, 'AWS::SecretsManager::RotationSchedule', 'SecretId'),
  );
  return new Set(schedules.map((schedule) => functionBehind(schedule.read('RotationLambdaARN'))?.read('Role').target));
}

const reading = 'secretsmanager:GetSecretValue';

/**
 * Whether a policy of the role allows the action on the secret, and means it: who is allowed everything is meant to read,
 * and a denial of the rest is how the permission was narrowed.
 */
export function isAllowed(role: Resource, action: string, secret: Resource): boolean {
  const arn = deployedArnOf(secret);
  const statements = rolePolicies(role).identity?.flatMap(({ document }) => document.statements) ?? [];
  return statements.some(
    (statement) =>
      statement.effect === 'Allow' &&
      statement.matchesAction(action) === 'yes' &&
      (action === reading || statement.actions.some((term) => term.standsFor(action) && !isWholeService(term))) &&
      statement.matchesResource(arn) === 'yes',
  );
}
