import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { describedForFunction, networkInterfaceStatements } from '../role/network-interface-statements';
import { ScopedRole } from '../role/scoped-role';

/** A policy that every function needs for what it is configured to do, apart from the grants of its code. */
interface FunctionPolicy {
  readonly id: string;
  readonly statements: iam.PolicyStatement[];
  readonly reason: string;
}

/** Sending traces, for which AWS has no resource. */
export function tracingPolicy(): FunctionPolicy {
  return {
    id: 'TracingPolicy',
    statements: [
      new iam.PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
    ],
    reason: 'X-Ray has no resource to which sending traces could be limited; the policy allows nothing else.',
  };
}

/** Being in a VPC. */
export function networkInterfacePolicy(fn: lambda.Function): FunctionPolicy {
  return {
    id: 'NetworkInterfacePolicy',
    statements: networkInterfaceStatements(Stack.of(fn), describedForFunction),
    reason:
      'Lambda makes the network interfaces of the function itself, where EC2 puts them; the code of the function may not.',
  };
}

/**
 * Reading the environment, for Lambda only: the calls of the function's code carry `lambda:SourceFunctionArn`, the call
 * by which Lambda decrypts the environment does not, AWS says.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export function environmentStatement(keyArn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [keyArn],
    conditions: { Null: { 'lambda:SourceFunctionArn': 'true' } },
  });
}

/** Writing to one log group. */
export function logsStatement(logGroupArn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroupArn],
  });
}

/** Adds the policy apart from the grants where the role is ours, and to the role as it is where it is not. */
export function addPolicy(role: iam.IRole, { id, statements, reason }: FunctionPolicy, scope?: Construct): void {
  if (role instanceof ScopedRole) {
    role._addOwnPolicy(id, statements, reason, scope);
  } else if (scope) {
    new iam.Policy(scope, id, { statements }).attachToRole(role);
  } else {
    for (const statement of statements) role.addToPrincipalPolicy(statement);
  }
}
