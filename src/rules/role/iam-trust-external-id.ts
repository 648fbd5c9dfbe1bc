import { accountNamed, isHomeAccount, isWholeAccount } from '../../iam/home-account';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { isMetByTheOthers, judgeAllowed } from '../statements';

const telling = [
  'sts:externalid',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
];

export default defineRule({
  id: 'iam-trust-external-id',
  severity: 'medium',
  title: 'another account may assume the role without an external id or MFA',
  why:
    'A vendor with many customers can be made to use the role of one for another. ' +
    'The external id tells them apart; MFA does where people come.',
  serviceDefault:
    'Nobody may assume a role whom its trust policy does not name (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html).',
  fix: 'add `StringEquals: { sts:ExternalId }` (`externalIds`), or `Bool: { aws:MultiFactorAuthPresent }` for people',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-441'] },
  notes:
    'Where a role or user of the other account is named, and not the whole of it, the finding is low: ' +
    'a role of a vendor serves its other customers too, one of the own organization does not. ' +
    'An account number is that of another account unless the stack is known to be deployed to it.',
  appliesTo: 'AWS::IAM::Role',
  check: (role) =>
    judgeAllowed(role.read('AssumeRolePolicyDocument'), ({ statement, at }) => {
      const isTold = statement.conditions.some(
        (condition) =>
          !/^(Null|ForAllValues|.*Not)/i.test(condition.operator) &&
          telling.includes(condition.key.toLowerCase()) &&
          !isMetByTheOthers(condition),
      );
      const others = (statement.principal?.named ?? []).filter(({ type, term }) => {
        const account = accountNamed(term.toString());
        return type === 'AWS' && account !== undefined && !isHomeAccount(account, role);
      });
      if (isTold || others.length === 0) return [];
      const isUnknown = others.every(({ term }) => term.known === undefined);
      const principal = at.read('Principal');
      if (isUnknown) return unknown(principal, others[0].term.because);
      const isNamed = !others.some(({ term }) => isWholeAccount(term.toString()));
      return fail(principal, {
        wanted: 'the condition `sts:ExternalId`',
        ...(isNamed ? { severity: 'low' } : {}),
      });
    }),
});
