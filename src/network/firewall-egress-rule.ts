import type { CfnResource } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { holdAsMade } from './firewall-held';

// Not a class: extending one would load EC2, half of all that importing takes, for functions without a network.
const made = new WeakSet<CfnResource>();

/** Lets one function out on the port for HTTPS, to whatever address the firewall lets it through to. */
export function letOutThroughFirewall(fn: lambda.Function): ec2.CfnSecurityGroupEgress {
  const rule = new ec2.CfnSecurityGroupEgress(fn, 'EgressThroughFirewall', {
    groupId: fn.connections.securityGroups[0].securityGroupId,
    description: 'HTTPS to the hosts that the firewall knows',
    ipProtocol: 'tcp',
    cidrIp: '0.0.0.0/0',
    fromPort: 443,
    toPort: 443,
  });
  holdAsMade(fn, rule, 'sg-egress-open');
  made.add(rule);
  return rule;
}

/** Whether a rule of a group is one that was made here. */
export function leadsThroughFirewall(rule: CfnResource): boolean {
  return made.has(rule);
}
