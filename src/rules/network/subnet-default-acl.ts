import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** Entries that a template adds to the list that a VPC comes with, before the one that allows all. */
function isDefaultClosed(vpc: Resource, app: Application): boolean {
  return app
    .attachedTo(vpc, 'AWS::EC2::NetworkAclEntry', 'NetworkAclId')
    .some((entry) => entry.read('RuleAction').is('deny'));
}

export default defineRule({
  id: 'subnet-default-acl',
  severity: 'low',
  strict: true,
  title: 'no network ACL stands before the subnet but the one that lets everything through',
  why:
    'All that keeps strangers and neighbours out is the security groups, which every team changes. ' +
    'One that somebody opens in a hurry is open to all that has a route to the subnet.',
  serviceDefault:
    'A subnet without an association has the ACL that its VPC comes with, which allows everything in both directions (https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html).',
  fix: 'associate an `AWS::EC2::NetworkAcl` that lets through what the subnet is for, or use `IsolatedNetwork`, which does',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-1188'] },
  notes: 'Strict, because many rely on security groups alone. Subnets of VPCs that are made elsewhere are not judged.',
  appliesTo: 'AWS::EC2::Subnet',
  check: (subnet, app) => {
    const vpc = subnet.read('VpcId').target;
    if (!vpc?.is('AWS::EC2::VPC') || isDefaultClosed(vpc, app)) return pass();
    return app.attachedTo(subnet, 'AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId').length > 0
      ? pass()
      : fail(subnet, { got: 'the ACL that the VPC comes with', wanted: 'an ACL of its own' });
  },
});
