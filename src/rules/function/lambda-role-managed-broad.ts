import { isBroadManagedPolicy, managedPolicyName } from '../../facts/managed-policies';
import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { executionRoleTypes, judgeExecutionRole } from './reading/execution-role';

function judge(arn: Value): Result {
  if (arn.isUnknown) return unknown(arn);
  if (arn.target?.is('AWS::IAM::ManagedPolicy') || arn.text === undefined) return pass();
  return isBroadManagedPolicy(arn.text)
    ? fail(arn, { got: managedPolicyName(arn.text), wanted: 'the statements that the function needs' })
    : pass();
}

export default defineRule({
  id: 'lambda-role-managed-broad',
  severity: 'high',
  title: 'the role of the function has an AWS-managed policy that opens a whole service',
  why:
    'Policies such as AmazonS3FullAccess allow every action on every resource of the account. ' +
    'Whoever makes the function run code of theirs can do all of that, and AWS adds to such policies without asking.',
  serviceDefault:
    'A role without managed policies has none (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'remove the policy from `ManagedPolicyArns`, and grant the actions that the function calls on the resources that it uses',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250'] },
  notes:
    'The policies that the Lambda guide suggests (AWSLambdaBasicExecutionRole, AWSLambdaVPCAccessExecutionRole…) pass.',
  appliesTo: executionRoleTypes,
  check: (resource, app) =>
    judgeExecutionRole(resource, app, (role) => role.read('ManagedPolicyArns').items.map(judge)),
});
