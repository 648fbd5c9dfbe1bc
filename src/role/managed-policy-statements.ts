import { Token, type Stack } from 'aws-cdk-lib';
import { type IManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { describedForPoller, networkInterfaceStatements } from './network-interface-statements';
import { managedPolicyName } from '../facts/managed-policies';

/** An AWS-managed policy that a feature of an L2 attaches, written out for one role. */
export interface ExactPolicy {
  /** Of the policy under the role. */
  readonly id: string;
  readonly statements: readonly PolicyStatement[];
  /** Why what is broad in it cannot be narrower. */
  readonly reason: string;
}

/** What the function brings itself, exactly: the right to write to its log group, and its network interfaces. */
const broughtByFunction: ReadonlySet<string> = new Set([
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaVPCAccessExecutionRole',
]);

/**
 * The managed policies that features of the Lambda L2s attach, limited to what the feature works on.
 *
 * `facts/managed-policies.ts` has what AWS publishes; a test holds that nothing here goes beyond that.
 */
const exactPolicies: Readonly<Record<string, (stack: Stack) => ExactPolicy>> = {
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Lambda-Insights.html: the group is always this one.
  CloudWatchLambdaInsightsExecutionRolePolicy: (stack) => {
    const group = stack.formatArn({ service: 'logs', resource: 'log-group:/aws/lambda-insights' });
    return {
      id: 'InsightsPolicy',
      statements: [
        new PolicyStatement({ actions: ['logs:CreateLogGroup'], resources: [group] }),
        new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${group}:*`] }),
      ],
      reason: 'The extension writes to the one group of Lambda Insights, in streams that it names itself.',
    };
  },
  // https://docs.aws.amazon.com/lambda/latest/dg/durable-security.html: the function checkpoints its own executions.
  'service-role/AWSLambdaBasicDurableExecutionRolePolicy': (stack) => ({
    id: 'DurableExecutionPolicy',
    statements: [
      new PolicyStatement({
        actions: ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'],
        resources: [stack.formatArn({ service: 'lambda', resource: 'function:*' })],
      }),
    ],
    reason: 'The ARN of the function cannot stand in the policy that the function waits for.',
  }),
  // https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_nodejs.html: a rule reports
  // what it found, and reads an item that is too long for its event. Where a rule reads more, its code says so.
  'service-role/AWSConfigRulesExecutionRole': () => ({
    id: 'ConfigRulePolicy',
    statements: [
      new PolicyStatement({ actions: ['config:PutEvaluations', 'config:GetResourceConfigHistory'], resources: ['*'] }),
    ],
    reason: 'AWS Config has no resource to which reporting evaluations could be limited.',
  }),
  'service-role/AWSLambdaMSKExecutionRole': (stack) => ({
    id: 'PollerPolicy',
    statements: [
      new PolicyStatement({
        actions: ['kafka:DescribeClusterV2'],
        resources: [stack.formatArn({ service: 'kafka', resource: 'cluster', resourceName: '*' })],
      }),
      ...networkInterfaceStatements(stack, describedForPoller),
    ],
    reason:
      'Lambda makes the network interfaces of the poller itself, where EC2 puts them; the code of the function may not.',
  }),
};

/** What to add for the policy; nothing where the function brings what it is for, `undefined` where it has no exact form. */
export function exactPolicyOf(policy: IManagedPolicy, stack: Stack): ExactPolicy | 'brought' | undefined {
  const name = managedPolicyNameOf(policy, stack);
  if (broughtByFunction.has(name)) return 'brought';
  return Object.hasOwn(exactPolicies, name) ? exactPolicies[name](stack) : undefined;
}

/** The name of an AWS-managed policy, or what can be said of another one. */
export function managedPolicyNameOf(policy: IManagedPolicy, stack: Stack): string {
  const arn = policy.managedPolicyArn;
  if (!Token.isUnresolved(arn)) return managedPolicyName(arn);
  const text = JSON.stringify(stack.resolve(arn));
  return /:iam::aws:policy\/([^"]+)/.exec(text)?.[1] ?? text;
}

/** The names of the managed policies that are written out, for the documentation and the tests. */
export const writtenOutPolicies: readonly string[] = Object.keys(exactPolicies);
