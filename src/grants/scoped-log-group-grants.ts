import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { grantLimited } from './limited-grant';
import { refuseUnlessLiteral } from './literal-text';
import { Refusals } from '../refusals/refusals';

/**
 * Grants on a log group that allow to write one of its streams.
 *
 * Works with a `SecureLogGroup`, a `LogGroup` and an imported one.
 */
export class ScopedLogGroupGrants {
  /**
   * Grants on a log group.
   */
  public static fromLogGroup(logGroup: logs.ILogGroup): ScopedLogGroupGrants {
    return new ScopedLogGroupGrants(logGroup);
  }

  private constructor(private readonly logGroup: logs.ILogGroup) {}

  /**
   * Allows to create one stream and to put events into it; not to write into the streams of others, nor to read or delete
   * any. The key of a log group is used by CloudWatch Logs itself.
   *
   * Throws for a name that is empty, a token, or has `:`, `*`, `?` or `${…}`.
   *
   * @param stream the name of the log stream: `audit`
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html
   */
  public writeStream(grantee: iam.IGrantable, stream: string): iam.Grant {
    const { logGroup } = this;
    const refusals = Refusals.of(logGroup);
    refuseUnlessLiteral(refusals, 'log stream', stream, "write its name, such as 'audit'");
    refusals.addIf(stream.includes(':'), `the log stream '${stream}' has a colon`, "write its name, such as 'audit'");
    refusals.throwIfAny();

    const arn = Stack.of(logGroup).formatArn({
      service: 'logs',
      ...{ region: logGroup.env.region, account: logGroup.env.account },
      resource: 'log-group',
      resourceName: `${logGroup.logGroupName}:log-stream:${stream}`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return grantLimited({
      grantee,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      on: logGroup,
      resourceArns: [arn],
    });
  }
}
