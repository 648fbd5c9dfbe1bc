import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** AWS's own runbooks that take all rules from a group. */
const runbooks = ['AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules', 'AWS-CloseSecurityGroup'];

/** Whether State Manager starts a runbook for the default group of the VPC. */
function isClosedByRunbook(vpc: Resource, app: Application): boolean {
  return app
    .ofType('AWS::SSM::Association')
    .filter((association) => association.read('Name').is(...runbooks))
    .flatMap((association) => [
      ...association.read('Targets').items.flatMap((target) => target.read('Values').items),
      ...['GroupId', 'SecurityGroupId'].flatMap((name) => association.read(`Parameters.${name}`).items),
    ])
    .some((group) => group.target === vpc && group.attribute === 'DefaultSecurityGroup');
}

export default defineRule({
  id: 'sg-default-closed',
  severity: 'medium',
  title: 'the default security group of the VPC lets its members talk to each other and out',
  why: 'Whatever is started in the VPC without naming a group is in this one. It reaches everything else that nobody thought about.',
  serviceDefault:
    'The default group of every VPC allows traffic between its members, and everything out (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).',
  fix: 'use `IsolatedNetwork`, or `restrictDefaultSecurityGroup: true` of the CDK (feature flag `@aws-cdk/aws-ec2:restrictDefaultSecurityGroup`), which remove its rules',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], fsbp: ['EC2.2'], cwe: ['CWE-276'] },
  notes:
    'CloudFormation cannot remove these rules; the custom resource of the CDK does, and so does a runbook of AWS that an `AWS::SSM::Association` starts. Rules that a template adds to the group are found too.',
  appliesTo: ['AWS::EC2::VPC', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  check: (resource, app) => {
    if (!resource.is('AWS::EC2::VPC')) {
      const group = resource.read('GroupId');
      return group.attribute === 'DefaultSecurityGroup' ? fail(group, { wanted: 'a group of your own' }) : pass();
    }
    const restricts = app
      .ofType('Custom::VpcRestrictDefaultSG')
      .some((custom) => custom.read('DefaultSecurityGroupId').target === resource);
    return restricts || isClosedByRunbook(resource, app)
      ? pass()
      : fail(resource, { got: 'a default group with rules', wanted: 'one without' });
  },
});
