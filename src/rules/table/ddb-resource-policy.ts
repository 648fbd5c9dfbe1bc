import { accountNamed, isHomeAccount } from '../../iam/home-account';
import type { Statement } from '../../iam/statement';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { failForStrangers, judgeAllowed } from '../statements';
import { replicasOf, tableTypes } from './reading/replicas';

function documentsOf(table: Resource): readonly string[] {
  const stream = table.is('AWS::DynamoDB::Table') ? 'StreamSpecification' : 'ReplicaStreamSpecification';
  return ['ResourcePolicy.PolicyDocument', `${stream}.ResourcePolicy.PolicyDocument`];
}

function isOfOtherAccount({ principal }: Statement, table: Resource): boolean {
  return (principal?.named ?? []).some(({ term }) => {
    const account = accountNamed(term.toString());
    return account !== undefined && !/[*?]/.test(account) && !isHomeAccount(account, table);
  });
}

export default defineRule({
  id: 'ddb-resource-policy',
  severity: 'high',
  title: 'the policy of the table or its stream lets strangers in',
  why: 'Everybody with an AWS account, or another account, can do with the table what the statement allows, and nobody here sees who it is. A stream shows every change.',
  serviceDefault:
    'Nobody outside of the account has access without a policy (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html).',
  fix: 'name the roles of this account in `Principal`; for an organization add `StringEquals: { aws:PrincipalOrgID }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'Another account that is named is a medium finding: it may be meant. An account number is that of another account unless the stack is known to be deployed to it.',
  appliesTo: tableTypes,
  check: (table) =>
    replicasOf(table)
      .flatMap((replica) => documentsOf(table).map((path) => replica.read(path)))
      .flatMap((document) =>
        judgeAllowed(document, (placed) => [
          failForStrangers(placed, 'a named principal'),
          ...(isOfOtherAccount(placed.statement, table)
            ? [fail(placed.at.read('Principal'), { wanted: 'principals of this account', severity: 'medium' })]
            : []),
        ]),
      ),
});
