import { defineRule } from '../define-rule';
import { failForStrangers, judgeAllowed } from '../statements';

export default defineRule({
  id: 'secret-policy-public',
  severity: 'critical',
  title: 'everybody may use the secret',
  why: 'Anybody with any AWS account can do with the secret what the statement allows: read it, and go on to whatever it opens.',
  serviceDefault:
    'Nobody outside of the account may read a secret unless its policy says so (https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html).',
  fix: 'use `SecureSecret`, or name the accounts or roles in `Principal` and set `BlockPublicPolicy: true`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-7'], cwe: ['CWE-732'] },
  notes: '`BlockPublicPolicy` makes the deployment of such a policy fail; the finding comes before.',
  appliesTo: 'AWS::SecretsManager::ResourcePolicy',
  check: (policy) =>
    judgeAllowed(policy.read('ResourcePolicy'), (placed) =>
      failForStrangers(placed, 'a named principal, or a condition that only known callers meet'),
    ),
});
