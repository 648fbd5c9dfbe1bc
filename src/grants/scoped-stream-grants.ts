import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kinesis from 'aws-cdk-lib/aws-kinesis';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { grantLimited, withUseOfKey } from './limited-grant';
import type { ScopedGrantsProps } from './scoped-grants-props';

/**
 * Grants on a Kinesis data stream that allow one thing.
 *
 * Works with a `Stream` and an imported one.
 */
export class ScopedStreamGrants {
  /**
   * Grants on a stream.
   */
  public static fromStream(stream: kinesis.IStream, props: ScopedGrantsProps = {}): ScopedStreamGrants {
    return new ScopedStreamGrants(stream, props.encryptionKey ?? stream.encryptionKey);
  }

  private constructor(
    private readonly stream: kinesis.IStream,
    private readonly key?: kms.IKey,
  ) {}

  /**
   * Allows to put records, one or several; not to get any, nor to list shards, which the L2's `grantWrite` allows too.
   *
   * Kinesis has no condition on partition keys: who may put records puts any.
   *
   * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
   */
  public putRecords(grantee: iam.IGrantable): iam.Grant {
    const { stream, key } = this;
    return withUseOfKey(
      grantLimited({
        grantee,
        actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        on: stream,
        resourceArns: [stream.streamArn],
      }),
      { grantee, key, actions: ['kms:GenerateDataKey'], service: 'kinesis', of: stream },
    );
  }
}
