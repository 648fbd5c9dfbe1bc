import { isPatternFor } from '../../iam/broad-patterns';
import type { Condition } from '../../iam/condition';
import { isWholeAccount } from '../../iam/home-account';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { isPositive } from '../../iam/limiting-conditions';
import type { PlacedStatement } from '../../iam/placed-statements';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { Result } from '../results';
import { actionsThat, judgeAllowed, judgeIdentityPolicies } from '../statements';

/** Keys that say through what, or for what, a key is used. */
const limiting = /^kms:(viaservice|encryptioncontext:.+|encryptioncontextkeys|grantisforawsresource|resourcealiases)$/i;

/** Whether a condition keeps code that runs as the identity from using the key for whatever it likes. */
function limits({ operator, key, values }: Condition): boolean {
  const isForLambdaOnly =
    /^null$/i.test(operator) && /^lambda:sourcefunctionarn$/i.test(key) && values.every((it) => it.known === 'true');
  return isForLambdaOnly || (limiting.test(key) && isPositive(operator));
}

const uses = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'];

export default defineRule({
  id: 'kms-use-by-code',
  severity: 'low',
  strict: true,
  title: 'the identity may use the key for whatever it likes',
  why: 'The key is needed to read one bucket or queue, or the environment of a function. Whoever runs code as the identity decrypts with it whatever else they got hold of, a backup, a snapshot, the environment of another function, or encrypts what they want to slip in there.',
  serviceDefault:
    'A statement without a condition allows the action however it is asked for (https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service).',
  fix: "add `StringEquals: { kms:ViaService: !Sub 's3.${AWS::Region}.amazonaws.com' }`, an encryption context, or for the environment of a function `Null: { lambda:SourceFunctionArn: 'true' }`",
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'Strict, because the grants of the CDK do not write the condition, and a key for one store only needs none.',
  appliesTo: [...identityPolicyTypes, 'AWS::KMS::Key'],
  check: (holder) =>
    holder.is('AWS::KMS::Key')
      ? judgeAllowed(holder.read('KeyPolicy'), (placed) => (namesIdentity(placed) ? judge(placed) : []))
      : judgeIdentityPolicies(holder, judge),
});

function judge(placed: PlacedStatement): readonly Result[] {
  if (placed.statement.conditions.some(limits)) return [];
  return actionsThat(placed, (action) => uses.some((use) => isPatternFor(action, use)))
    .slice(0, 1)
    .map((action) => fail(action, { wanted: 'a condition on `kms:ViaService` or the encryption context' }));
}

/** The account itself leaves the decision to IAM, and who everybody is asks `kms-wildcard-principal`. */
function namesIdentity({ statement }: PlacedStatement): boolean {
  return (statement.principal?.named ?? []).some(
    ({ type, term }) => type === 'AWS' && !isWholeAccount(term.toString()) && !/^\*+$/.test(term.toString()),
  );
}
