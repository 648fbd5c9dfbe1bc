import { isOnEverything } from '../../iam/broad-patterns';
import { isEverybody } from '../../iam/everybody';
import { nameTheSource } from '../../iam/limiting-conditions';
import { all, not } from '../../iam/truth';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { failIf, judgeAllowed } from '../statements';
import { takesPolicy } from './reading/endpoint-policies';

const whose = ['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths'];

export default defineRule({
  id: 'vpce-policy-open',
  severity: 'medium',
  title: 'the endpoint lets everybody use everything of the service',
  why: 'With credentials of their own account, which no policy here limits, an intruder in the VPC copies data to a bucket or a table of theirs. The endpoint is the one place that sees it.',
  serviceDefault:
    'An endpoint without a policy allows everything (https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html).',
  fix: 'set `PolicyDocument` to the actions and resources that are used, or limit it with `aws:PrincipalOrgID` and `aws:ResourceOrgID`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'A statement counts as open if it is about all resources and no condition says whose they are, or who calls. Endpoints of services outside of AWS, of gateway load balancers, and of the few services of AWS of which that is documented, take no policy. `vpce-policy-perimeter` asks for both.',
  appliesTo: 'AWS::EC2::VPCEndpoint',
  check: (endpoint) => {
    const policy = endpoint.read('PolicyDocument');
    if (!takesPolicy(endpoint)) return pass();
    if (policy.isAbsent) return fail(policy, { wanted: 'a policy' });
    return judgeAllowed(policy, ({ statement, at }) =>
      isOnEverything(statement)
        ? failIf(all([isEverybody(statement.principal), not(nameTheSource(statement.conditions, whose))]), at, {
            got: 'everything for everybody',
            wanted: 'the resources of the app',
          })
        : pass(),
    );
  },
});
