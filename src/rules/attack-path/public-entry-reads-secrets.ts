import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { RightOn } from './reading/granting';
import { named, pathOf } from './reading/path';
import { judgePublicPaths, publicCodeTypes } from './reading/public-function';
import type { Right } from './reading/rights';

const secrets = ['secretsmanager:GetSecretValue'];
const parameters = ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'];
const decryption = 'kms:Decrypt';

/** The six characters that Secrets Manager puts behind a name are no choice of secrets. */
function isPattern({ arn }: RightOn): boolean {
  return /[*?]/.test(arn.replace(/-\?{6}$/, ''));
}

function readsSecrets({ actions }: Right, rights: readonly Right[]): boolean {
  if (actions.some((action) => secrets.includes(action))) return true;
  return (
    actions.some((action) => parameters.includes(action)) && rights.some((right) => right.actions.includes(decryption))
  );
}

const asked = [...secrets, ...parameters, decryption];

export default defineRule({
  id: 'public-entry-reads-secrets',
  severity: 'high',
  title: 'a function that anybody may call can read secrets that are not its own',
  why:
    'Somebody without an account calls the entry and gets one weakness of the function (an injection, a library, a request that it makes for them) to run a call of theirs. ' +
    'The role of the function hands them every secret that the pattern covers: passwords of databases and keys of other applications, with which they go on elsewhere.',
  serviceDefault:
    'A role may read no secret unless a policy says so (https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html).',
  fix: 'name the one secret that the function needs in `Resource`, or set an authorizer on the entry',
  references: { owaspServerless: ['S2', 'S3'], csaServerless: ['SAS-4', 'SAS-7'], cwe: ['CWE-522', 'CWE-668'] },
  notes:
    'Secrets that are named, one by one, pass: a webhook needs the secret that it checks signatures with. Parameters count where the role may decrypt too.',
  appliesTo: publicCodeTypes,
  check: (fn, app) =>
    judgePublicPaths(fn, app, asked, ({ entry, rights }) =>
      rights
        .filter((right) => right.on.some(isPattern) && readsSecrets(right, rights))
        .map((right) =>
          fail(right.at, {
            got: pathOf(entry.name, fn, named(right)),
            wanted: 'the secret that the function needs',
          }),
        ),
    ),
});
