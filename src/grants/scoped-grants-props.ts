import type * as kms from 'aws-cdk-lib/aws-kms';

/**
 * What a resource does not tell about itself.
 */
export interface ScopedGrantsProps {
  /**
   * The KMS key that encrypts the resource, which is used through its service only.
   *
   * @default - the key that the resource was given in this app; for an imported resource, none
   */
  readonly encryptionKey?: kms.IKey;
}
