import { withAttachments } from './reading/attachments';
import { daysBetween } from './reading/interval';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';

const longest = 90;

/** By which of its properties a schedule is carried out; the last is for secrets that a partner of AWS holds. */
const renewing = ['RotationLambdaARN', 'HostedRotationLambda', 'ExternalSecretRotationRoleArn'];

export default defineRule({
  id: 'secret-rotation',
  severity: 'medium',
  title: 'the secret is never rotated',
  why: 'Whoever once got hold of the secret can use it until somebody changes it by hand, which nobody does. Rotation ends what was stolen without anybody having noticed.',
  serviceDefault:
    'Secrets Manager rotates a secret only with a rotation schedule (https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html).',
  fix: 'add an `AWS::SecretsManager::RotationSchedule` of at most 90 days (`addRotationSchedule`; `SecureSecret` asks for it)',
  references: {
    owaspServerless: ['S3'],
    csaServerless: ['SAS-7'],
    fsbp: ['SecretsManager.1', 'SecretsManager.4'],
    cwe: ['CWE-324'],
  },
  notes: 'A secret that another system issues, and that no API renews, has to be acknowledged.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret, app) => {
    const schedules = withAttachments(secret, app).flatMap((one) =>
      app.attachedTo(one, 'AWS::SecretsManager::RotationSchedule', 'SecretId'),
    );
    if (schedules.length === 0) return fail(secret, { got: 'no rotation schedule', wanted: 'rotation' });
    return schedules.flatMap((schedule) => [...renewedBySomebody(schedule), renewedOften(schedule)]);
  },
});

function renewedBySomebody(schedule: Resource): readonly Result[] {
  if (renewing.some((property) => !schedule.read(property).isAbsent)) return [];
  return [fail(schedule.read(renewing[0]), { wanted: 'a function that renews the value' })];
}

function renewedOften(schedule: Resource): Result {
  const rules = schedule.read('RotationRules');
  const days = daysBetween(rules);
  const at = ['AutomaticallyAfterDays', 'ScheduleExpression']
    .map((name) => rules.read(name))
    .find((it) => !it.isAbsent);
  if (days === Infinity) return fail(rules, { wanted: `a rule: every ${longest} days or more often` });
  if (days === undefined || at === undefined) return unknown(at ?? rules, 'its schedule cannot be read');
  return days <= longest ? pass() : fail(at, { wanted: `${longest} days or fewer` });
}
