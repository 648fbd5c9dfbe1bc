import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'vpc-hygiene',
  severity: 'low',
  strict: true,
  title: 'the VPC has no subnet',
  why: 'Nothing can run in it. What is left over is opened later by whoever needs a network in a hurry.',
  serviceDefault:
    'A VPC has the subnets that are made for it (https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html).',
  fix: 'remove the VPC, or add its `AWS::EC2::Subnet`s',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-11'], cwe: ['CWE-1188'] },
  appliesTo: 'AWS::EC2::VPC',
  check: (vpc, app) =>
    app.attachedTo(vpc, 'AWS::EC2::Subnet', 'VpcId').length > 0
      ? pass()
      : fail(vpc, { got: 'no subnet', wanted: 'an AWS::EC2::Subnet' }),
});
