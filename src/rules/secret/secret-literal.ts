import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { parametersIn } from './reading/parameters';
import { writtenOut } from './reading/written-out';

export default defineRule({
  id: 'secret-literal',
  severity: 'high',
  title: 'the secret is written out in the template',
  why: 'Everybody who can read the repository, the template or the stack reads the secret, and it stays in the history of all three. The vault around it protects nothing.',
  serviceDefault:
    'CloudFormation shows the template, and so `SecretString`, to everybody who may call GetTemplate (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html).',
  fix: 'use `SecureSecret` with `generateSecretString` (`GenerateSecretString`), or write the value with the API after deployment',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798', 'CWE-312'] },
  notes:
    'In JSON, names and addresses (`username`, `host`, `port`, `dbname`…) may be written out. What comes from parameters is the matter of `secret-param-default`.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret) => {
    const value = secret.read('SecretString');
    if (parametersIn(secret, 'SecretString').length > 0) return pass();
    const found = writtenOut(value);
    return found ? fail(value, { got: `${found}, written out`, wanted: 'GenerateSecretString' }) : pass();
  },
});
