import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeFunctionRole, reachedBy } from './reading/function-role';
import { functionsReached } from './reading/functions-reached';
import { firstOf, idsOf, named, pathOf } from './reading/path';
import { rightsOf } from './reading/rights';

const reading = ['lambda:GetFunction', 'lambda:GetFunctionConfiguration'];
const decrypting = ['kms:Decrypt'];

/** With the key of the service whoever may read the configuration reads the variables; a key of one's own asks again. */
function mayDecrypt(role: Resource, victim: Resource, app: Application): boolean {
  const key = victim.read('KmsKeyArn');
  if (key.isAbsent) return true;
  const { found } = rightsOf(role, app, decrypting);
  return found.some((right) => (key.target ? reachedBy(right, [key.target]).length > 0 : right.truth === 'yes'));
}

function* readable(functions: Iterable<Resource>, role: Resource, app: Application): Generator<Resource> {
  for (const fn of functions) {
    const hasVariables = fn.read('Environment.Variables').entries.length > 0;
    if (fn.read('Role').target !== role && hasVariables && mayDecrypt(role, fn, app)) yield fn;
  }
}

export default defineRule({
  id: 'role-reads-other-environment',
  severity: 'medium',
  title: 'a function can read the environment variables of other functions',
  why:
    'Whoever gets hold of the function asks Lambda for the configuration of the others, and gets their variables in plain text: ' +
    'connection strings, tokens, the names of every table and queue. They go on with what they find.',
  serviceDefault:
    'Without `KmsKeyArn` variables are encrypted with a key of the service, and shown to everybody who may read the configuration (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html).',
  fix: 'take `lambda:GetFunction` and `lambda:GetFunctionConfiguration` out of the role, name the function itself in `Resource`, or give the other function a `KmsKeyArn` that this role may not use',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-4', 'SAS-7'], cwe: ['CWE-668', 'CWE-522'] },
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeFunctionRole(role, app, reading, (right, functions) => {
      const victims = firstOf(readable(functionsReached(right, app), role, app));
      if (victims.length === 0) return [];
      const variables = `the variables of ${idsOf(victims)}`;
      return fail(right.at, { got: pathOf(functions, named(right), variables), wanted: 'the function itself' });
    }),
});
