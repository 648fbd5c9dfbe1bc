import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { allowancesOf, covers } from './reading/allowed-actions';

/** @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html */
const toTrace = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
const toBeInVpc = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

function neededFor(fn: Resource): readonly string[] {
  return [
    ...(fn.read('TracingConfig.Mode').is('Active') ? toTrace : []),
    ...(fn.read('VpcConfig.SubnetIds').items.length > 0 ? toBeInVpc : []),
  ];
}

export default defineRule({
  id: 'lambda-role-incomplete',
  severity: 'low',
  title: 'the role lacks what the configuration of the function needs',
  why: 'Lambda refuses the function, or, where the policy is changed later, it is no longer traced, or cannot get into its network when it has to start anew. What people then attach in a hurry is a policy for everything.',
  serviceDefault:
    'Lambda writes traces and makes network interfaces with the execution role; it has no permission of its own (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'allow these actions to the role: `AWSXRayDaemonWriteAccess` and `AWSLambdaVPCAccessExecutionRole` have them, and `SecureFunction` writes them',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const needed = neededFor(fn);
    const role = fn.read('Role').target;
    if (needed.length === 0 || !role?.is('AWS::IAM::Role')) return [];
    const { actions, exceptions, unreadable } = allowancesOf(role, app);
    const missing = needed.filter((action) => !actions.some(({ pattern }) => covers(pattern, action)));
    if (missing.length === 0 || exceptions.length > 0) return [];
    if (unreadable.length > 0) return unknown(unreadable[0], 'what the policy allows is not known');
    return fail(fn.read('Role'), { got: `a role without ${missing.join(', ')}`, wanted: 'a role with them' });
  },
});
