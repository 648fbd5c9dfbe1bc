import { FeatureFlags } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { USE_CDK_MANAGED_LAMBDA_LOGGROUP } from 'aws-cdk-lib/cx-api';
import { SecureLogGroup } from '../log-group/secure-log-group';

const LOG_GROUP = 'LogGroup';

/** The log group of a function, and whether the function names it or finds it by its name. */
export interface FunctionLogGroup {
  readonly logGroup: logs.ILogGroup;
  /** Absent where the group has the name that Lambda writes to anyway, which needs the function first. */
  readonly name?: string;
}

/**
 * The function's own log group, where it was given none.
 *
 * A raw function logs to `/aws/lambda/<name>`. Lambda may have made that group already, so that the deployment of one of
 * that name would fail: CloudFormation names ours. With the flag `useCdkManagedLogGroup` the group of that name is in the
 * template of the raw function, and stays: with its id, its name and its logs.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
 */
export function logGroupOf(fn: lambda.Function): FunctionLogGroup {
  if (FeatureFlags.of(fn).isEnabled(USE_CDK_MANAGED_LAMBDA_LOGGROUP)) {
    fn.node.tryRemoveChild(LOG_GROUP);
    return { logGroup: new SecureLogGroup(fn, LOG_GROUP, { logGroupName: `/aws/lambda/${fn.functionName}` }) };
  }
  const logGroup = new SecureLogGroup(fn, LOG_GROUP);
  return { logGroup, name: logGroup.logGroupName };
}
