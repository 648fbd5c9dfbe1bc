import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';
import { environmentIn, environmentTypes } from './reading/environment';

export default defineRule({
  id: 'lambda-env-kms',
  severity: 'medium',
  title: 'environment variables are not encrypted with a key of yours',
  why:
    'Everybody who may read the configuration of the function reads its variables too, because the key of the service asks nobody. ' +
    'With a key of your own its policy decides who may, and every use of it is in the trail.',
  serviceDefault:
    'Without `KmsKeyArn` Lambda encrypts with the AWS managed key of the account (`aws/lambda`), which everybody who may read the configuration may use.',
  fix: 'set `KmsKeyArn` (`environmentEncryption`), or use `SecureFunction`, which takes the key of the stack',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-311'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
  appliesTo: environmentTypes,
  check: (fn) => {
    const variables = environmentIn(fn);
    if (variables.isAbsent || (variables.isObject && variables.entries.length === 0)) return [];
    return demand(fn.read('KmsKeyArn'), isSaid, 'the ARN of a key');
  },
});
