import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { keyUsers, mayUse } from './reading/key-users';

export default defineRule({
  id: 'kms-service-denied',
  severity: 'medium',
  title: 'the service may not use the key that it is to encrypt with',
  why:
    'The deployment fails, or, where the key policy is changed later, the service stops writing logs: nobody notices until the ' +
    'log of an attack is looked for.',
  serviceDefault:
    'The default key policy lets in the account only; CloudWatch Logs and CloudTrail need a statement of their own ' +
    '(https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html).',
  fix: 'allow the service in the key policy, for this resource: `SecureLogGroup` and `SecureKey` do',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: Object.keys(keyUsers),
  check: (resource) => {
    const user = keyUsers[resource.type];
    const at = resource.read(user.key);
    const key = at.target;
    if (!key?.is('AWS::KMS::Key')) return [];
    const verdicts = mayUse(user, key, resource);
    const denied = verdicts.filter(({ verdict }) => verdict.decision === 'denied').map(({ action }) => action);
    if (denied.length > 0) {
      return [fail(at, { got: `no ${denied.join(', ')}`, wanted: `a key policy that lets ${user.services[0]} in` })];
    }
    const unsure = verdicts.find(({ verdict }) => verdict.decision === 'unknown');
    return unsure ? [unknown(at, unsure.verdict.because)] : [];
  },
});
