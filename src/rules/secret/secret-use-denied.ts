import { isAllowed, rolesNaming } from './reading/roles-of-secret';
import { usesOf } from './reading/use-of-secret';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';

/** What roles are allowed to do with the value of a secret, and what that takes on its key. */
const purposes: readonly (readonly [action: string, ...onKey: string[]])[] = [
  ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
  ['secretsmanager:PutSecretValue', 'kms:GenerateDataKey'],
  ['secretsmanager:UpdateSecret'],
  ['secretsmanager:UpdateSecretVersionStage'],
  ['secretsmanager:RotateSecret'],
];

export default defineRule({
  id: 'secret-use-denied',
  aliases: ['secret-read-denied'],
  severity: 'low',
  title: 'a role cannot do with the secret what it was allowed',
  why:
    'It is seen when the first request is refused, or when the value should be changed after it was stolen. What is mended in a ' +
    'hurry is usually the limit: the denial in the policy of the secret goes, or the role may decrypt with every key.',
  serviceDefault:
    'Beside the permission on the secret, reading takes `kms:Decrypt` and writing `kms:GenerateDataKey` with a key that is not the one of AWS, and a denial beats all of them (https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-authz).',
  fix: 'use `secret.grantRead(…)` or `secret.grantWrite(…)`, which allow the use of the key too, and name the role in the denial of the policy; with ours `FunctionSecret.secretsManager` and these grants do both',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'What the function that rotates the secret lacks is told by `secret-rotation-denied`.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret, app) => rolesNaming(secret, app).flatMap((role) => judge(role, secret)),
});

function judge(role: Resource, secret: Resource): readonly Result[] {
  const uses = purposes
    .filter(([action]) => isAllowed(role, action, secret))
    .flatMap(([action, ...onKey]) => usesOf(secret, role, [action], onKey));
  const denied = uses.filter(({ verdict }) => verdict.decision === 'denied');
  if (denied.length > 0) {
    const [{ on, verdict }] = denied;
    const actions = denied.filter((use) => use.on === on).map(({ action }) => action);
    const got = `${role.logicalId} may not ${actions.join(', ')} on ${on.logicalId}: ${verdict.because}`;
    return [fail(secret, { got, wanted: 'what the role was allowed' })];
  }
  const unsure = uses.find(({ verdict }) => verdict.decision === 'unknown');
  return unsure ? [unknown(secret, unsure.verdict.because)] : [];
}
