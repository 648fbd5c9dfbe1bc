import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { grantLimited, withUseOfKey } from './limited-grant';
import type { Conditions } from './limited-grant';
import { refuseUnlessPrefix } from './literal-text';
import type { ScopedGrantsProps } from './scoped-grants-props';
import { Refusals } from '../refusals/refusals';

/**
 * What else reading a prefix of a bucket includes.
 */
export interface ReadPrefixOptions {
  /**
   * Whether the keys under the prefix can be listed.
   *
   * @default false - S3 answers 403 instead of 404 for an object that is not there
   */
  readonly list?: boolean;
}

/**
 * Grants on the objects under one key prefix of a bucket, none of which allows to delete or to change who gets in.
 *
 * Code that handles uploads under `in/` has no business with `invoices/`. Each grant is limited to one prefix, and its
 * use of the bucket's key to what S3 does for these objects. Works with a `SecureBucket`, a `Bucket` and an imported one.
 *
 * A prefix is written out, up to a separator: `in/`. Throws for one that is empty, a token, begins with `/`, or has `..`,
 * `*`, `?` or `${…}`.
 *
 * *Deployment*: with a bucket key (which a `SecureBucket` has) KMS sees the bucket and not the object; the prefix is then
 * what S3 alone compares.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
 */
export class ScopedBucketGrants {
  /**
   * Grants on a bucket.
   */
  public static fromBucket(bucket: s3.IBucket, props: ScopedGrantsProps = {}): ScopedBucketGrants {
    return new ScopedBucketGrants(bucket, props.encryptionKey ?? bucket.encryptionKey);
  }

  private constructor(
    private readonly bucket: s3.IBucket,
    private readonly key?: kms.IKey,
  ) {}

  /**
   * Allows to get the objects under the prefix; not their old versions, tags or ACLs.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (what a missing object is answered with)
   */
  public readPrefix(grantee: iam.IGrantable, prefix: string, options: ReadPrefixOptions = {}): iam.Grant {
    this.refuse(prefix);
    const read = this.onObjects(grantee, prefix, ['s3:GetObject'], ['kms:Decrypt']);
    return options.list === true ? read.combine(this.list(grantee, prefix)) : read;
  }

  /**
   * Allows to put objects under the prefix, over those that are there; not to get, list or delete them.
   *
   * Whoever overwrites an object takes it away from all who get it by its key; in a `SecureBucket` the old version stays
   * for 90 days. With `appendToPrefix` nobody overwrites.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions (the use of the key)
   */
  public writePrefix(grantee: iam.IGrantable, prefix: string): iam.Grant {
    this.refuse(prefix);
    const actions = ['s3:PutObject', 's3:AbortMultipartUpload'];
    return this.onObjects(grantee, prefix, actions, ['kms:GenerateDataKey', 'kms:Decrypt']);
  }

  /**
   * Allows to put objects under the prefix where none is yet; not to overwrite, get, list or delete them.
   *
   * S3 checks it: only requests with the header `If-None-Match: *` are allowed (`IfNoneMatch: '*'` of `PutObject` and of
   * `CompleteMultipartUpload`; the steps before the latter create nothing). POST forms cannot send the header, and copies
   * into the prefix are not possible. An object whose current version was deleted counts as none.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
   */
  public appendToPrefix(grantee: iam.IGrantable, prefix: string): iam.Grant {
    this.refuse(prefix);
    const put = ['s3:PutObject'];
    return this.onObjects(grantee, prefix, put, ['kms:GenerateDataKey', 'kms:Decrypt'], {
      Null: { 's3:if-none-match': 'false' },
    })
      .combine(this.onObjects(grantee, prefix, put, [], { Bool: { 's3:ObjectCreationOperation': 'false' } }))
      .combine(this.onObjects(grantee, prefix, ['s3:AbortMultipartUpload'], []));
  }

  private list(grantee: iam.IGrantable, prefix: string): iam.Grant {
    return grantLimited({
      grantee,
      actions: ['s3:ListBucket'],
      on: this.bucket,
      resourceArns: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${prefix}*` } },
    });
  }

  private onObjects(
    grantee: iam.IGrantable,
    prefix: string,
    actions: string[],
    keyActions: string[],
    conditions?: Conditions,
  ): iam.Grant {
    const objects = this.bucket.arnForObjects(`${prefix}*`);
    const grant = grantLimited({ grantee, actions, on: this.bucket, resourceArns: [objects], conditions });
    if (keyActions.length === 0) return grant;
    return withUseOfKey(grant, {
      grantee,
      key: this.key,
      actions: keyActions,
      service: 's3',
      of: this.bucket,
      encryptionContext: { 'aws:s3:arn': [this.bucket.bucketArn, objects] },
      comparison: 'StringLike',
    });
  }

  private refuse(prefix: string): void {
    const refusals = Refusals.of(this.bucket);
    refuseUnlessPrefix(refusals, 'prefix', prefix, '/-_.=');
    refusals.addIf(
      prefix.startsWith('/'),
      `the prefix '${prefix}' begins with a slash, which is part of the keys`,
      `write '${prefix.replace(/^\/+/, '').replace(/[^-/_.=]$/, '$&/')}'`,
    );
    refusals.addIf(
      prefix.split('/').includes('..'),
      `the prefix '${prefix}' has '..', which S3 takes for a name`,
      'write the prefix that is meant',
    );
    refusals.throwIfAny();
  }
}
