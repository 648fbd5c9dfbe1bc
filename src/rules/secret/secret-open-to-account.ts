import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { verdictOnStranger } from './reading/stranger';

/** What lets somebody at the value, or put another in its place. */
const onTheValue = [
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecret',
  'secretsmanager:UpdateSecretVersionStage',
];

export default defineRule({
  id: 'secret-open-to-account',
  severity: 'low',
  strict: true,
  title: 'every role of the account that may read all secrets reads this one',
  why:
    'A role with `secretsmanager:*` on everything, of a build, a support tool or another team, is found in most accounts. ' +
    'Whoever gets hold of it reads this value too, or puts another in, and nothing about the secret says who was meant to.',
  serviceDefault:
    'Without a policy of the secret, the policies of the identities decide alone (https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html).',
  fix: 'add an `AWS::SecretsManager::ResourcePolicy` that denies the value to whoever is not named (`ArnNotLike` on `aws:PrincipalArn`), or use `SecureSecret`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-7'], cwe: ['CWE-732'] },
  notes: 'Strict, because the policies of the roles can do the same where all of them are known.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret, app) => {
    const verdicts = onTheValue.map((action) => ({ action, ...verdictOnStranger(action, secret, app) }));
    const open = verdicts.filter(({ decision }) => decision === 'allowed').map(({ action }) => action);
    if (open.length > 0) return fail(secret, { got: `${open.join(', ')} by any role`, wanted: 'named roles' });
    const unsure = verdicts.find(({ decision }) => decision === 'unknown');
    return unsure ? unknown(secret, unsure.because) : pass();
  },
});
