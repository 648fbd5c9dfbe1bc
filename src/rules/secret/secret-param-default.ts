import { defineRule } from '../define-rule';
import { fail } from '../results';
import { parametersIn } from './reading/parameters';

export default defineRule({
  id: 'secret-param-default',
  severity: 'high',
  title: 'the parameter for the secret can be read',
  why: 'The value of a parameter without `NoEcho` is shown to everybody who may describe the stack, and a default stands in the template. Both are read by more people than the secret.',
  serviceDefault:
    'CloudFormation shows parameters in DescribeStacks unless `NoEcho` is true (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html).',
  fix: 'use `SecureSecret` with `generateSecretString` (`GenerateSecretString`), or set `NoEcho: true` and remove `Default`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-522', 'CWE-798'] },
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret) =>
    parametersIn(secret, 'SecretString')
      .filter(({ noEcho, hasDefault }) => !noEcho || hasDefault)
      .map(({ name, hasDefault }) =>
        fail(secret.read('SecretString'), {
          got: `parameter "${name}" ${hasDefault ? 'with a default' : 'without NoEcho'}`,
          wanted: 'a parameter with NoEcho and without default',
        }),
      ),
});
