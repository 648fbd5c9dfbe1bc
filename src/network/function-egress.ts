import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { leadsThroughFirewall } from './firewall-egress-rule';
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

/**
 * Only groups and the lists of gateways stand in the rules of a function's group, never addresses.
 *
 * @param isList whether a prefix list, as it is written, is that of a gateway
 */
export function holdEgress(fn: lambda.Function, isList: (id: unknown) => boolean): void {
  for (const group of fn.connections.securityGroups) {
    const resource = group.node.defaultChild;
    if (group.node.scope !== fn || !resource || !CfnResource.isCfnResource(resource)) continue;
    resource.addPropertyOverride('SecurityGroupEgress', [nowhere]);
    enforce(fn, resource, [
      { path: 'SecurityGroupEgress', value: [nowhere], rule: 'sg-egress-open', instead },
      { path: 'SecurityGroupIngress', accepts: (rules) => rules === undefined, rule: 'sg-ingress-open', instead },
    ]);
    fn.node.addValidation({ validate: () => addressesIn(resource as ec2.CfnSecurityGroup, fn) });
    for (const type of ['AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress']) {
      judgeReferrers(resource, { type, property: 'GroupId', judge: (rule) => judge(rule, fn, isList) });
    }
  }
}

/** What `connections` wrote into the group: what is enforced above would leave it out without a word. */
function addressesIn(group: ec2.CfnSecurityGroup, fn: lambda.Function): string[] {
  const rules = (Stack.of(fn).resolve(group.securityGroupEgress) ?? []) as ec2.CfnSecurityGroup.EgressProperty[];
  return rules
    .map(({ cidrIp, cidrIpv6 }) => cidrIp ?? cidrIpv6)
    .filter((range) => range !== nowhere.CidrIp)
    .map((range) => `'${fn.node.path}' is let out to '${String(range)}': ${instead}`);
}

function judge(rule: CfnResource, fn: lambda.Function, isList: (id: unknown) => boolean): string[] {
  const { CidrIp, CidrIpv6, DestinationPrefixListId, SourcePrefixListId } = (render(rule)?.Properties ?? {}) as Rule;
  if (leadsThroughFirewall(rule)) return [];
  const name = `'${rule.node.path}'`;
  if (CidrIp !== undefined || CidrIpv6 !== undefined) {
    return [`${name} lets '${fn.node.path}' out or in by address: ${instead}`];
  }
  return [DestinationPrefixListId, SourcePrefixListId]
    .filter((id) => id !== undefined && !isList(id))
    .map((id) => `${name} lets '${fn.node.path}' out or in by the list of addresses '${String(id)}': ${instead}`);
}

interface Rule {
  readonly CidrIp?: unknown;
  readonly CidrIpv6?: unknown;
  readonly DestinationPrefixListId?: unknown;
  readonly SourcePrefixListId?: unknown;
}
