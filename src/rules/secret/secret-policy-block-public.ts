import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'secret-policy-block-public',
  severity: 'low',
  strict: true,
  title: 'nothing checks whether the policy opens the secret to everybody',
  why: 'Whoever next edits the policy, in the template or after a parameter has changed, can open the secret to every AWS account by a mistake that nothing stops. With the check the deployment fails.',
  serviceDefault:
    'Public policies are not blocked unless the request asks for it (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html).',
  fix: 'set `BlockPublicPolicy: true`, or use `SecureSecret`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'Strict, because the L2 cannot set it, and `secret-policy-public` judges the policy that is there.',
  appliesTo: 'AWS::SecretsManager::ResourcePolicy',
  check: (policy) => demand(policy.read('BlockPublicPolicy'), (block) => block.isTrue, 'true'),
});
