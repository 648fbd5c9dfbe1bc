import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'secret-empty',
  severity: 'low',
  strict: true,
  title: 'the secret has no value until somebody types one in',
  why: 'Whoever puts the value in knows it, and so do the history of their shell, the ticket that it came in, and whoever looks over their shoulder. Until then the code finds none, and what it does then is seldom tried.',
  serviceDefault:
    'A secret with neither `GenerateSecretString` nor `SecretString` is empty (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html).',
  fix: 'set `GenerateSecretString: {}`, and let the other side take the value from Secrets Manager (`new SecureSecret(…)` does)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-522'] },
  notes:
    'Strict, because what somebody else issues has to be put in. A secret that a partner of AWS holds (`Type`) passes.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret) => {
    const given = ['GenerateSecretString', 'SecretString', 'Type'].some((name) => !secret.read(name).isAbsent);
    return given ? pass() : fail(secret.read('GenerateSecretString'), { wanted: 'a generated value' });
  },
});
