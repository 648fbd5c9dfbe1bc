import { letsStrangersIn } from '../../iam/everybody';
import type { Statement } from '../../iam/statement';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';

/** Keys that tell signed requests from others, or from which VPC they come. */
const telling = /^(?:aws:principaltype|vpc-lattice-svcs:sourcevpc|vpc-lattice-svcs:sourcevpcowneraccount)$/i;

function asksWho({ conditions }: Statement): boolean {
  return conditions.some(({ operator, key }) => telling.test(key) && !/ifexists$/i.test(operator));
}

export default defineRule({
  id: 'lattice-policy-anonymous',
  severity: 'high',
  title: 'the auth policy lets unsigned requests in',
  why:
    'Principal `*` without a condition also stands for callers who sign nothing, so that `AuthType: AWS_IAM` asks nobody who they are. ' +
    'Whoever gets into a VPC of the service network calls the function behind the service.',
  serviceDefault:
    'With `AuthType: AWS_IAM` and no policy every request is denied (https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html).',
  fix: 'name the roles of the clients in `Principal`, or add `StringNotEqualsIgnoreCase: { aws:PrincipalType: anonymous }`',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2'], cwe: ['CWE-306', 'CWE-732'] },
  appliesTo: 'AWS::VpcLattice::AuthPolicy',
  check: (policy) =>
    judgeAllowed(policy.read('Policy'), ({ statement, at }) =>
      asksWho(statement)
        ? []
        : failIf(letsStrangersIn(statement), at.read('Principal'), { wanted: 'the roles of the clients' }),
    ),
});
