import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct, type IConstruct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { enforce } from '../enforced/enforced';
import { acknowledgeUnscopable } from '../role/object-wildcards';
import { inlinePolicies } from '../role/role-acknowledgements';

const runbook = 'AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules';

/**
 * The default security group without its rules, once the stack is deployed and every week again.
 *
 * CloudFormation cannot remove rules of a group that it did not make, and the CDK's helper is a function that runs
 * arbitrary code with the right to change groups. This is a runbook of AWS, which State Manager starts: no code of the
 * app, and a role that may take rules from this one group.
 *
 * @see https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-aws-remove-default-secg-rules.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-association.html
 */
export class ClosedDefaultGroup extends Construct {
  /**
   * @param ipv6 the association of a range of IPv6 with the VPC: what is associated later may bring a rule that lets IPv6 out
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
   */
  constructor(scope: Construct, id: string, groupId: string, ipv6: IConstruct | undefined) {
    super(scope, id);
    const role = runbookRole(this, groupId);
    const association = new ssm.CfnAssociation(this, 'Association', {
      name: runbook,
      automationTargetParameterName: 'GroupId',
      targets: [{ key: 'ParameterValues', values: [groupId] }],
      parameters: { AutomationAssumeRole: [role.roleArn] },
      scheduleExpression: 'rate(7 days)',
      maxConcurrency: '1',
      maxErrors: '1',
      waitForSuccessTimeoutSeconds: 600,
    });
    association.node.addDependency(role);
    if (ipv6) association.node.addDependency(ipv6);
    const instead = 'leave it to the network, or give up the guarantee that what names no group reaches nothing';
    enforce(this, association, [
      { path: 'Name', value: runbook, rule: 'sg-default-closed', instead },
      {
        path: 'Targets',
        value: [{ Key: 'ParameterValues', Values: [groupId] }],
        rule: 'sg-default-closed',
        instead,
      },
    ]);
  }
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html */
function runbookRole(scope: Construct, groupId: string): iam.Role {
  const stack = Stack.of(scope);
  const role = new iam.Role(scope, 'Role', {
    description: 'Takes the rules from the default security group of one VPC',
    assumedBy: new iam.ServicePrincipal('ssm.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  });
  const statements = statementsFor(stack, groupId, role.roleArn);
  for (const statement of statements) role.addToPolicy(statement);
  acknowledge(role, inlinePolicies);
  const policy = role.node.findChild('DefaultPolicy');
  for (const statement of statements) {
    acknowledgeUnscopable(policy, statement, 'EC2 lists all groups or none; executions are numbered when they start.');
  }
  return role;
}

/** What the page of the runbook asks for. */
function statementsFor(stack: Stack, groupId: string, roleArn: string): iam.PolicyStatement[] {
  const ssmArn = (account: string | undefined, resource: string, resourceName: string) =>
    stack.formatArn({ service: 'ssm', account, resource, resourceName });
  return [
    new iam.PolicyStatement({
      actions: ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
      resources: [stack.formatArn({ service: 'ec2', resource: 'security-group', resourceName: groupId })],
    }),
    new iam.PolicyStatement({ actions: ['ec2:DescribeSecurityGroups'], resources: ['*'] }),
    // The association starts an execution for the group, and that one another; the runbook is AWS's.
    new iam.PolicyStatement({
      actions: ['ssm:StartAutomationExecution'],
      resources: [ssmArn('*', 'automation-definition', `${runbook}:*`)],
    }),
    new iam.PolicyStatement({
      actions: ['ssm:GetAutomationExecution'],
      resources: [ssmArn(undefined, 'automation-execution', '*')],
    }),
    new iam.PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
    }),
  ];
}
