import { findSecret, inWords, tellingName } from '../../facts/secrets';
import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { environmentOf, environmentTypes, isDeclaredNotSecret } from './reading/environment';
import { maskedParameter } from '../secret/reading/parameters';

const wanted = 'the name of the secret, not its value';

/** A parameter with a telling name: the secret is not in the template, but it will be in the function. */
function isGivenLater(name: string, value: Value): boolean {
  return value.isUnknown && !value.text?.includes('{{resolve:') && tellingName(name) !== undefined;
}

/** `NoEcho` says that it is one, and hides it in CloudFormation alone. */
function judgeParameter(value: Value): Result {
  const masked = maskedParameter(value);
  return masked ? fail(value, { got: `parameter "${masked.name}" with NoEcho`, wanted }) : unknown(value);
}

export default defineRule({
  id: 'lambda-env-secret',
  aliases: ['lambda-env-entropy'],
  severity: 'high',
  title: 'an environment variable holds what looks like a secret',
  why:
    'Everybody who can read the repository, the template or the configuration of the function learns the secret. ' +
    'With it they act as the function does, from anywhere, until somebody rotates it.',
  serviceDefault:
    'Lambda shows environment variables in plain text to everybody who may call GetFunctionConfiguration (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html).',
  fix: 'put the value into Secrets Manager and read it at run time (`secrets` of a `SecureFunction`); if it is none, say so with its `notASecret(name, reason)`, or acknowledge it',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798', 'CWE-312'] },
  notes: 'A heuristic over names and shapes. Dynamic references are the matter of `lambda-env-resolved-secret`.',
  appliesTo: environmentTypes,
  check: (fn) =>
    environmentOf(fn).map(([name, value]) => {
      const { text } = value;
      if (text === undefined || isDeclaredNotSecret(fn, name)) return pass();
      const secret = findSecret(name, text);
      if (!secret) return isGivenLater(name, value) ? judgeParameter(value) : pass();
      return fail(value, { got: inWords(secret), wanted });
    }),
});
