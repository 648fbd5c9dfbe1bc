import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail } from '../results';

/** A schedule may name the secret, or its attachment to a database. */
function schedulesOf(secret: Resource, app: Application): readonly Resource[] {
  const attachments = app.attachedTo(secret, 'AWS::SecretsManager::SecretTargetAttachment', 'SecretId');
  return [secret, ...attachments].flatMap((one) =>
    app.attachedTo(one, 'AWS::SecretsManager::RotationSchedule', 'SecretId'),
  );
}

export default defineRule({
  id: 'secret-rotation',
  severity: 'medium',
  title: 'the secret is never rotated',
  why: 'Whoever once got hold of the secret can use it until somebody changes it by hand, which nobody does. Rotation ends what was stolen without anybody having noticed.',
  serviceDefault:
    'Secrets Manager rotates a secret only with a rotation schedule (https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html).',
  fix: 'add an `AWS::SecretsManager::RotationSchedule` of at most 90 days (`secret.addRotationSchedule(…)`)',
  references: {
    owaspServerless: ['S3'],
    csaServerless: ['SAS-7'],
    fsbp: ['SecretsManager.1', 'SecretsManager.4'],
    cwe: ['CWE-324'],
  },
  notes: 'A secret that another system issues, and that no API renews, has to be acknowledged.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret, app) => {
    const schedules = schedulesOf(secret, app);
    if (schedules.length === 0) return fail(secret, { got: 'no rotation schedule', wanted: 'rotation' });
    return schedules.map((schedule) => {
      const days = schedule.read('RotationRules.AutomaticallyAfterDays');
      return demand(days, (value) => value.isAbsent || Number(value.number) <= 90, '90 days or fewer');
    });
  },
});
