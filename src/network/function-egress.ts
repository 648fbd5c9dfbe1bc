import { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { enforce, render } from '../enforced/enforced';
import { judgeReferrers } from '../enforced/second-writer';

const instead =
  "name the security group of what is called, with 'connections.allowTo', and leave AWS services to what the code is granted";

/**
 * A protocol and an address that nothing has. It must stand in the group itself: one that has its rules beside it only is
 * made with a rule that lets everything out.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html#cfn-ec2-securitygroup-securitygroupegress
 */
const nowhere = {
  CidrIp: '255.255.255.255/32',
  Description: 'Disallow all traffic',
  IpProtocol: 'icmp',
  FromPort: 252,
  ToPort: 86,
};

/** Only groups and the lists of gateways stand in the rules of a function's group, never addresses. */
export function holdEgress(fn: lambda.Function): void {
  for (const group of fn.connections.securityGroups) {
    const resource = group.node.defaultChild;
    if (group.node.scope !== fn || !resource || !CfnResource.isCfnResource(resource)) continue;
    resource.addPropertyOverride('SecurityGroupEgress', [nowhere]);
    enforce(fn, resource, [
      { path: 'SecurityGroupEgress', value: [nowhere], rule: 'sg-egress-open', instead },
      { path: 'SecurityGroupIngress', accepts: (rules) => rules === undefined, rule: 'sg-ingress-open', instead },
    ]);
    for (const type of ['AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress']) {
      judgeReferrers(resource, { type, property: 'GroupId', judge: (rule) => judge(rule, fn) });
    }
  }
}

function judge(rule: CfnResource, fn: lambda.Function): string[] {
  const { CidrIp, CidrIpv6 } = (render(rule)?.Properties ?? {}) as { CidrIp?: unknown; CidrIpv6?: unknown };
  return CidrIp === undefined && CidrIpv6 === undefined
    ? []
    : [`'${rule.node.path}' lets '${fn.node.path}' out or in by address: ${instead}`];
}
