import type { Stack } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { SecureFunction } from '../../src';

/** Something that is asked of AWS, as data: a second evaluator can be asked the same. */
export interface Request {
  readonly action: string;
  /** The id of a construct of the proof's stack, or an ARN. `<Table:Ref>` stands for that of the construct. */
  readonly on: string;
  /** What stands behind the ARN: `/in/report.pdf`. */
  readonly below?: string;
  /** By condition key; `<Bucket>` stands for the ARN of the construct. */
  readonly context?: Context;
  /** A service, instead of the role of the function; or `<Role>`, another role of the stack. */
  readonly by?: string;
  /** The VPC endpoint that it comes through, by its id. */
  readonly through?: string;
}

export type Context = Readonly<Record<string, string | readonly string[]>>;

/** What is proved of one construct or grant. */
export interface Subject {
  /** `ScopedBucketGrants.readPrefix`, `SecureBucket`, `Bucket.grantRead`. */
  readonly proves: string;
  readonly make: (place: Place) => void;
  /** What its docstring says is possible, with the half of the key. */
  readonly allows: readonly Request[];
  /** What its docstring says is not, beside the attacks that nothing allows. */
  readonly denies?: readonly Request[];
  /** Attacks that are what it is for, on its own resource; none is allowed on anything else. */
  readonly meant?: readonly string[];
}

/** Where a proof is made: a stack with a function, its role, and things that are none of its business. */
export interface Place {
  readonly stack: Stack;
  /** Of the function, or a raw one. */
  readonly role: Role;
  readonly fn: SecureFunction;
}

const region = '${AWS::Region}.${AWS::URLSuffix}';

/** How a request arrives that a service makes for its caller. */
export function through(service: string, encryptionContext: Context = {}): Context {
  return {
    'kms:ViaService': `${service}.${region}`,
    ...Object.fromEntries(
      Object.entries(encryptionContext).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
    ),
  };
}
