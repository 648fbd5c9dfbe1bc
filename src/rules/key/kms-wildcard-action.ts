import { isWholeService } from '../../iam/broad-patterns';
import { isHome, isHomeAccount } from '../../iam/home-account';
import type { Statement } from '../../iam/statement';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { judgeAllowed } from '../statements';

/** Everybody, but of this account only. */
function isHomeOnly({ conditions }: Statement, key: Resource): boolean {
  return conditions.some(
    ({ operator, key: name, values }) =>
      /^StringEquals$/i.test(operator) &&
      /^(kms:CallerAccount|aws:PrincipalAccount)$/i.test(name) &&
      values.every((value) => isHomeAccount(value.toString(), key)),
  );
}

export default defineRule({
  id: 'kms-wildcard-action',
  severity: 'high',
  title: 'somebody other than the account may do everything with the key',
  why:
    'Whoever may do everything with a key may also replace its policy, and lock the account out of its own data, or schedule its deletion. ' +
    'What they need is to encrypt or to decrypt.',
  serviceDefault:
    'Nothing but the policy decides who may use a key; without a policy the account, and so its IAM policies, do (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).',
  fix: 'list what they need: `kms:Decrypt`, `kms:GenerateDataKey`; leave `kms:*` to the root of this account',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'An account number is that of another account unless the stack is known to be deployed to it.',
  appliesTo: 'AWS::KMS::Key',
  check: (key) =>
    judgeAllowed(key.read('KeyPolicy'), ({ statement, at }) => {
      const actions = at.read('Action').items.filter((_, index) => isWholeService(statement.actions[index]));
      const others = (statement.principal?.named ?? []).filter(({ term }) => !isHome(term.toString(), key));
      if (actions.length === 0 || others.length === 0 || isHomeOnly(statement, key)) return [];
      const isUnknown = others.every(({ term }) => term.known === undefined);
      return actions.map((action) =>
        isUnknown
          ? unknown(at.read('Principal'), others[0].term.because)
          : fail(action, { wanted: 'the actions that are needed' }),
      );
    }),
});
