import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { holdAsMade } from './firewall-held';

/** Lets one function out on the port for HTTPS, to whatever address the firewall lets it through to. */
export class FirewallEgressRule extends ec2.CfnSecurityGroupEgress {
  constructor(fn: lambda.Function) {
    super(fn, 'EgressThroughFirewall', {
      groupId: fn.connections.securityGroups[0].securityGroupId,
      description: 'HTTPS to the hosts that the firewall knows',
      ipProtocol: 'tcp',
      cidrIp: '0.0.0.0/0',
      fromPort: 443,
      toPort: 443,
    });
    holdAsMade(fn, this, 'sg-egress-open');
  }
}
