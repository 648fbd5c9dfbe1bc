import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { enforce } from '../enforced/enforced';
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
  constructor(scope: Construct, id: string, groupId: string) {
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
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: {
          'aws:SourceArn': stack.formatArn({ service: 'ssm', resource: 'automation-execution', resourceName: '*' }),
        },
      },
    }),
  });
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
      resources: [stack.formatArn({ service: 'ec2', resource: 'security-group', resourceName: groupId })],
    }),
  );
  role.addToPolicy(new iam.PolicyStatement({ actions: ['ec2:DescribeSecurityGroups'], resources: ['*'] }));
  // The association starts an execution for the group, and that one another.
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['ssm:StartAutomationExecution'],
      resources: [
        stack.formatArn({
          service: 'ssm',
          account: '*',
          resource: 'automation-definition',
          resourceName: `${runbook}:*`,
        }),
      ],
    }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['ssm:GetAutomationExecution'],
      resources: [stack.formatArn({ service: 'ssm', resource: 'automation-execution', resourceName: '*' })],
    }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
    }),
  );
  acknowledge(role, inlinePolicies);
  return role;
}
