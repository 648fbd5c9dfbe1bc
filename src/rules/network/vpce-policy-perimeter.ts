import { defineRule } from '../define-rule';
import { pass } from '../results';
import { failIf, judgeAllowed } from '../statements';
import { letsAnyCaller, letsAnyResource, takesPolicy } from './reading/endpoint-policies';

export default defineRule({
  id: 'vpce-policy-perimeter',
  severity: 'medium',
  strict: true,
  title: 'the endpoint asks who calls or whose resource it is, and not both',
  why:
    'With credentials of another account an intruder in the VPC writes to what that account may; with those of the function, to a resource of another account that lets it. ' +
    'Either way the data is theirs, and only an endpoint that asks both questions stops both.',
  serviceDefault:
    'An endpoint asks what its policy says; without one it lets all through (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html).',
  fix: 'add `StringEquals` with `aws:PrincipalAccount` and `aws:ResourceAccount` (or `aws:PrincipalOrgID` and `aws:ResourceOrgID`) to every statement, or name the resources',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'Strict, because it is a data perimeter. Where a statement asks neither, `vpce-policy-open` says so.',
  appliesTo: 'AWS::EC2::VPCEndpoint',
  check: (endpoint) => {
    if (!takesPolicy(endpoint)) return pass();
    return judgeAllowed(endpoint.read('PolicyDocument'), ({ statement, at }) => {
      const [callers, resources] = [letsAnyCaller(statement), letsAnyResource(statement)];
      return [
        failIf(callers, at, { got: 'callers of any account', wanted: 'aws:PrincipalAccount or aws:PrincipalOrgID' }),
        failIf(resources, at, { got: 'resources of any account', wanted: 'aws:ResourceAccount or aws:ResourceOrgID' }),
      ];
    });
  },
});
