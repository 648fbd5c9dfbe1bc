import { secretBehind } from './reading/attachments';
import { hostedRotation } from './reading/hosted-rotation';
import { usesOf } from './reading/use-of-secret';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { functionBehind } from '../function/reading/function-behind';
import { fail, unknown } from '../results';
import type { Result } from '../results';

const rotating = [
  'secretsmanager:DescribeSecret',
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecretVersionStage',
];
const encrypting = ['kms:Decrypt', 'kms:GenerateDataKey'];

export default defineRule({
  id: 'secret-rotation-denied',
  severity: 'medium',
  title: 'what should rotate the secret may not',
  why:
    'Every rotation fails, and the old value stays in use although the schedule says otherwise: whoever stole it keeps it. ' +
    'It is usually mended by a role that may do everything to all secrets.',
  serviceDefault:
    'The function acts as its own role, which needs four actions on the secret and two on its key (https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html).',
  fix: 'allow these actions to the role of the function (`secret.addRotationSchedule(…)` does), and name the key in `HostedRotationLambda.KmsKeyArn`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], fsbp: ['SecretsManager.2'], cwe: ['CWE-324'] },
  appliesTo: 'AWS::SecretsManager::RotationSchedule',
  check: (schedule) => {
    const secret = secretBehind(schedule.read('SecretId').target);
    if (!secret) return [];
    return schedule.read('HostedRotationLambda').isAbsent
      ? rotatedByOwn(schedule, secret)
      : hostedRotation(schedule, secret);
  },
});

function rotatedByOwn(schedule: Resource, secret: Resource): readonly Result[] {
  const at = schedule.read('RotationLambdaARN');
  const role = functionBehind(at)?.read('Role').target;
  if (!role?.is('AWS::IAM::Role')) return [];
  const uses = usesOf(secret, role, rotating, encrypting);
  const denied = uses.filter(({ verdict }) => verdict.decision === 'denied');
  if (denied.length > 0) {
    const actions = denied.map(({ action }) => action).join(', ');
    return [fail(at, { got: `no ${actions} for ${role.logicalId}`, wanted: 'a role that may' })];
  }
  const unsure = uses.find(({ verdict }) => verdict.decision === 'unknown');
  return unsure ? [unknown(at, unsure.verdict.because)] : [];
}
