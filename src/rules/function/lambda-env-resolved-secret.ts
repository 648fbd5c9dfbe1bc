import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { environmentOf, environmentTypes, isDeclaredNotSecret } from './reading/environment';

/** The dynamic references that CloudFormation replaces by a secret. */
const resolvesSecret = /\{\{resolve:(?:secretsmanager|ssm-secure):/;

/** The keys of a secret for a database that say where it is and who asks. */
const saysNoSecret =
  /:SecretString:(?:username|host|port|engine|dbname|dbClusterIdentifier|dbInstanceIdentifier)(?::|\}\})/;

export default defineRule({
  id: 'lambda-env-resolved-secret',
  severity: 'high',
  title: 'CloudFormation writes a secret into an environment variable',
  why:
    'The dynamic reference is replaced at deployment, and the secret then stands in plain text in the configuration of the function. ' +
    'Everybody who may read that configuration learns it, past the policy of the secret, and rotation does not reach it.',
  serviceDefault:
    'Lambda shows environment variables in plain text to everybody who may call GetFunctionConfiguration (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html).',
  fix: 'pass the ARN of the secret, grant the function to read it, and fetch it at run time',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-312', 'CWE-522'] },
  notes:
    'What `SecretValue.unsafeUnwrap()` writes. References to plain parameters (`{{resolve:ssm:…}}`) pass, and so does what a secret for a database says of its user, host and port (https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html).',
  appliesTo: environmentTypes,
  check: (fn) =>
    environmentOf(fn).map(([name, value]) =>
      resolvesSecret.test(withoutNames(value.text ?? '')) && !isDeclaredNotSecret(fn, name)
        ? fail(value, { got: 'a dynamic reference to a secret', wanted: 'the ARN of the secret' })
        : pass(),
    ),
});

/** What is left when references to what is no secret are taken out. */
function withoutNames(text: string): string {
  return text.replace(/\{\{resolve:secretsmanager:.*?\}\}/g, (reference) =>
    saysNoSecret.test(reference) ? '' : reference,
  );
}
