import type { PolicyDocument } from './policy-document';

/** A policy with a name for the explanation. */
export interface NamedPolicy {
  /** For example `policy BooksRoleDefaultPolicy`. */
  readonly name: string;
  readonly document: PolicyDocument;
}

/**
 * The policies that bear on a request.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export interface Policies {
  /** Inline and managed policies of the principal, and of its groups. */
  readonly identity?: readonly NamedPolicy[];
  /** The policy of the resource: of a bucket, queue, topic, function, key, or the trust policy of a role. */
  readonly resource?: readonly NamedPolicy[];
  /** @default - no permissions boundary */
  readonly boundary?: NamedPolicy;
  /** Each one given to `AssumeRole`. @default - no session policy */
  readonly session?: readonly NamedPolicy[];
  /** Of the principal's organization: one list for each level from the root down. @default - no organization */
  readonly serviceControl?: readonly (readonly NamedPolicy[])[];
  /** Of the resource's organization: one list for each level from the root down. @default - no organization */
  readonly resourceControl?: readonly (readonly NamedPolicy[])[];
  /** The policy of the VPC endpoint that the request comes through. @default - no endpoint */
  readonly endpoint?: NamedPolicy;
}
