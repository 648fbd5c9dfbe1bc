import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'sg-no-vpc',
  severity: 'low',
  strict: true,
  title: 'the security group does not say to which VPC it belongs',
  why: 'It comes to be in the default VPC, where everything has a public address. Whoever deploys to another account gets another network.',
  serviceDefault:
    'A group without `VpcId` is created in the default VPC (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html).',
  fix: 'set `VpcId` to the VPC that it is meant for',
  references: { owaspServerless: ['S6'], cwe: ['CWE-1188'] },
  appliesTo: 'AWS::EC2::SecurityGroup',
  check: (group) => (group.read('VpcId').isAbsent ? fail(group.read('VpcId'), { wanted: 'a VPC' }) : pass()),
});
