import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'sg-default-closed',
  severity: 'medium',
  title: 'the default security group of the VPC lets its members talk to each other and out',
  why: 'Whatever is started in the VPC without naming a group is in this one. It reaches everything else that nobody thought about.',
  serviceDefault:
    'The default group of every VPC allows traffic between its members, and everything out (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).',
  fix: 'use `restrictDefaultSecurityGroup: true` of the CDK (feature flag `@aws-cdk/aws-ec2:restrictDefaultSecurityGroup`), which removes its rules',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], fsbp: ['EC2.2'], cwe: ['CWE-276'] },
  notes:
    'CloudFormation cannot remove these rules; the custom resource of the CDK does. Rules that a template adds to the group are found too.',
  appliesTo: ['AWS::EC2::VPC', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  check: (resource, app) => {
    if (!resource.is('AWS::EC2::VPC')) {
      const group = resource.read('GroupId');
      return group.attribute === 'DefaultSecurityGroup' ? fail(group, { wanted: 'a group of your own' }) : pass();
    }
    const restricts = app
      .ofType('Custom::VpcRestrictDefaultSG')
      .some((custom) => custom.read('DefaultSecurityGroupId').target === resource);
    return restricts ? pass() : fail(resource, { got: 'a default group with rules', wanted: 'one without' });
  },
});
