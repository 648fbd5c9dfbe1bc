import { withAttachments } from './reading/attachments';
import { usesOf } from './reading/use-of-secret';
import { deployedArnOf } from '../../iam/deployed-text';
import { rolePolicies } from '../../iam/role-policies';
import type { Statement } from '../../iam/statement';
import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';

const reading = 'secretsmanager:GetSecretValue';

export default defineRule({
  id: 'secret-read-denied',
  severity: 'low',
  title: 'the role that was allowed to read the secret cannot',
  why:
    'It is seen when the first request for the value is refused. What is mended in a hurry is usually the limit: ' +
    'the denial in the policy of the secret goes, or the role may decrypt with every key.',
  serviceDefault:
    'To read a value takes `secretsmanager:GetSecretValue` and `kms:Decrypt` with a key that is not the one of AWS, and a denial beats both (https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-authz).',
  fix: 'use `secret.grantRead(…)`, which allows the use of the key too, and name the role in the denial of the policy; with ours `FunctionSecret.secretsManager` does both',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret, app) =>
    [...readersOf(secret, app)].flatMap<Result>((role) => {
      const uses = usesOf(secret, role, [reading], ['kms:Decrypt']);
      const denied = uses.find(({ verdict }) => verdict.decision === 'denied');
      if (denied) {
        const got = `${role.logicalId} may not ${denied.action} on ${denied.on.logicalId}: ${denied.verdict.because}`;
        return [fail(secret, { got, wanted: 'what the role was allowed' })];
      }
      const unsure = uses.find(({ verdict }) => verdict.decision === 'unknown');
      return unsure ? [unknown(secret, unsure.verdict.because)] : [];
    }),
});

/** The roles with a policy that names the secret and allows to read it. */
function readersOf(secret: Resource, app: Application): ReadonlySet<Resource> {
  const arn = deployedArnOf(secret);
  const principals = withAttachments(secret, app).flatMap((one) => app.principalsOf(one));
  return new Set(
    principals.filter(
      (role) =>
        role.is('AWS::IAM::Role') &&
        rolePolicies(role).identity?.some(({ document }) => document.statements.some((one) => allowsToRead(one, arn))),
    ),
  );
}

function allowsToRead(statement: Statement, arn: string): boolean {
  const isAbout = statement.matchesAction(reading) === 'yes' && statement.matchesResource(arn) === 'yes';
  return statement.effect === 'Allow' && isAbout;
}
