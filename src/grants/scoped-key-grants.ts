import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { grantUseOfKey } from './limited-grant';
import { Refusals } from '../refusals/refusals';

/**
 * What a key is used through, and for.
 */
export interface KeyUse {
  /**
   * The service that uses the key for the caller: `s3`, `dynamodb`, `sqs`, `secretsmanager`.
   *
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
   */
  readonly service: string;

  /**
   * What the service says that it encrypts: `{ SecretARN: secret.secretArn }`. Compared exactly.
   *
   * @default - anything that the service lets the caller get
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html
   */
  readonly encryptionContext?: { [name: string]: string };
}

/**
 * Grants on a key that only hold where a service uses it for the caller.
 *
 * Who may use a key directly decrypts whatever it encrypted, wherever they got hold of it: a backup, a message, the
 * environment of another function. Through a service they get what that service lets them get. Works with a `SecureKey`, a
 * `Key` and an imported one.
 *
 * *Deployment*: the key has to leave its use to IAM of the account, which keys of the CDK do unless they were given a
 * policy. The service and the key are in one region.
 */
export class ScopedKeyGrants {
  /**
   * Grants on a key.
   */
  public static fromKey(key: kms.IKey): ScopedKeyGrants {
    return new ScopedKeyGrants(key);
  }

  private constructor(private readonly key: kms.IKey) {}

  /**
   * Allows to read through the service what the key encrypts (`kms:Decrypt`); not to decrypt anything directly.
   */
  public decryptThrough(grantee: iam.IGrantable, use: KeyUse): iam.Grant {
    return this.grant(grantee, use, ['kms:Decrypt']);
  }

  /**
   * Allows to write through the service (`kms:Encrypt`, `kms:GenerateDataKey`); not to encrypt anything directly.
   *
   * Services that check a new data key before they use it (S3 for uploads in parts, SQS, SNS) ask for `decryptThrough` too.
   */
  public encryptThrough(grantee: iam.IGrantable, use: KeyUse): iam.Grant {
    return this.grant(grantee, use, ['kms:Encrypt', 'kms:GenerateDataKey']);
  }

  private grant(grantee: iam.IGrantable, { service, encryptionContext }: KeyUse, actions: string[]): iam.Grant {
    const refusals = Refusals.of(this.key);
    refusals.addIf(
      !/^[a-z][a-z0-9-]*$/.test(service),
      `'${service}' is not the first part of a service's name`,
      `write ${/^[a-z][a-z0-9-]*\./.test(service) ? `'${service.split('.')[0]}'` : "it, such as 's3'"}`,
    );
    for (const [name, value] of Object.entries(encryptionContext ?? {})) {
      refusals.addIf(
        !/^[\w:.-]+$/.test(name),
        `'${name}' is not the name of a part of an encryption context`,
        "write what the service documents, such as 'aws:s3:arn'",
      );
      refusals.addIf(value === '', `'${name}' of the encryption context is empty`, 'write what the service documents');
      refusals.addIf(
        /\$\{(?!Token\[)/.test(value),
        `'${name}' of the encryption context, '${value}', has a policy variable`,
        'write the value that is meant',
      );
    }
    refusals.throwIfAny();
    const { key } = this;
    return grantUseOfKey({ grantee, key, actions, service, of: key, encryptionContext });
  }
}
