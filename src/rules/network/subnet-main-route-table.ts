import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'subnet-main-route-table',
  severity: 'low',
  strict: true,
  title: 'the subnet takes whatever route table is the main one of its VPC',
  why:
    'Nothing in the template says where its packets go. Whoever adds a route to the main table, or makes another table the main one, ' +
    'connects this subnet with the internet along with the one that was meant.',
  serviceDefault:
    'A subnet without an association has the main route table of its VPC; AWS advises to leave that as it is, and to name a table for each subnet (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html).',
  fix: 'add an `AWS::EC2::SubnetRouteTableAssociation` with a route table of its own',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-1188'] },
  notes: 'Subnets of VPCs that are made elsewhere are not judged.',
  appliesTo: 'AWS::EC2::Subnet',
  check: (subnet, app) => {
    if (!subnet.read('VpcId').target?.is('AWS::EC2::VPC')) return pass();
    return app.attachedTo(subnet, 'AWS::EC2::SubnetRouteTableAssociation', 'SubnetId').length > 0
      ? pass()
      : fail(subnet, { got: 'the main route table', wanted: 'a route table of its own' });
  },
});
