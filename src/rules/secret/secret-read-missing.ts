import { secretBehind } from './reading/attachments';
import { canInThisWorld } from '../../iam';
import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';

/** What a function that is told of a secret may be there for. */
const purposes = ['GetSecretValue', 'PutSecretValue', 'DescribeSecret', 'RotateSecret', 'UpdateSecret'];

export default defineRule({
  id: 'secret-read-missing',
  severity: 'low',
  strict: true,
  title: 'the function is told of a secret with which it may do nothing',
  why: 'Its first request for the value is refused. What is granted in a hurry is seldom one secret: it is all of them, or a policy of AWS that has everything in it.',
  serviceDefault:
    'An identity may do what a policy allows, and nothing else (https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html).',
  fix: 'grant what the code does with it (`secret.grantRead(fn)`), or pass the secret with `secrets` of a `SecureFunction`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'Strict, because a function may pass on what it is told.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const role = fn.read('Role').target;
    if (!role?.is('AWS::IAM::Role')) return [];
    return fn.read('Environment.Variables').entries.flatMap(([, value]) => judge(value, role));
  },
});

function judge(value: Value, role: Resource): readonly Result[] {
  const secret = secretBehind(value.target);
  if (!secret) return [];
  const verdicts = purposes.map((purpose) =>
    canInThisWorld(role, `secretsmanager:${purpose}`, secret, { openContext: true }),
  );
  if (verdicts.some(({ decision }) => decision === 'allowed')) return [];
  const unsure = verdicts.find(({ decision }) => decision === 'unknown');
  if (unsure) return [unknown(value, unsure.because)];
  return [fail(value, { got: `no permission of ${role.logicalId} on ${secret.logicalId}`, wanted: 'one to read it' })];
}
