import { defineRule } from '../define-rule';
import { fail } from '../results';
import { pathOf } from './reading/path';
import { functionsBehind } from './reading/vpc-functions';
import { mayWriteElsewhere, waysOut } from './reading/ways-out';

export default defineRule({
  id: 'vpce-exfiltration',
  severity: 'high',
  title: 'a function in the VPC may send data to the buckets or tables of others through the endpoint',
  why:
    'Whoever makes the function run a line of theirs copies what it can read to a bucket of their own account; the function has no way to the internet, but its role may write anywhere, ' +
    'and the endpoint, which is the last gate, asks who calls and not whose bucket it is.',
  serviceDefault:
    'A gateway endpoint allows everything unless its policy says otherwise (https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html), and `aws:PrincipalOrgID` in it says nothing about the bucket (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html).',
  fix: 'name the buckets and tables in the policy of the endpoint, or add `StringEquals: { aws:ResourceAccount: !Ref AWS::AccountId }`; name them in the policies of the role too',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-4'], cwe: ['CWE-200', 'CWE-732'] },
  notes:
    'Only where the policies of the role let it write to a store that is not of this account. What comes in with foreign credentials is the matter of `vpce-policy-open`.',
  appliesTo: 'AWS::EC2::VPCEndpoint',
  check: (endpoint, app) => {
    const service = endpoint.read('ServiceName').text?.split('.').pop();
    const way = waysOut.find((one) => one.service === service);
    if (!way) return [];
    const leaking = functionsBehind(endpoint, app).find((fn) => {
      const role = fn.read('Role').target;
      return role?.is('AWS::IAM::Role') && mayWriteElsewhere(role, endpoint, way).decision === 'allowed';
    });
    if (!leaking) return [];
    const got = pathOf(leaking, endpoint, `${way.action} on what is not of this account`);
    return fail(endpoint.read('PolicyDocument'), { got, wanted: 'the resources of the application' });
  },
});
