import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Origin, SubjectName } from './subjects';

/** Resources by the names that the subjects have for them, each with the actions that the role may do on it. */
export type Gives = Readonly<Record<string, readonly string[]>>;

/** What one grant of aws-cdk-lib, or several that say the same, give a scoped role. */
export interface GrantRow {
  /** As the library names them: module, the class that declares the method, the method. */
  readonly grants: readonly string[];
  readonly of: readonly SubjectName[];
  /** What the method is called with after who is granted. */
  readonly with?: readonly unknown[] | ((construct: unknown) => readonly unknown[]);
  /** Who is granted, where the method does not take the role itself. */
  readonly asPrincipal?: (role: iam.IRole) => unknown;
  /** Exactly this; `key` only where there is a customer key. */
  readonly gives?: Gives;
  /** By origin, where it is something else, or nothing because of this error. */
  readonly but?: Readonly<Partial<Record<Origin, Gives | RegExp>>>;
  /** What the role may do with the key of its resource by the key's own policy, through the service of the resource only. */
  readonly keyPolicy?: { readonly through: string; readonly actions: readonly string[] };
  /** The error that names the narrower form. */
  readonly refused?: RegExp;
  /** Why a role has nothing to do with it. */
  readonly notForRoles?: string;
  /** What of it is more than its name says, and why it stays or goes. */
  readonly decided?: string;
  /** The version of aws-cdk-lib that brought it. @default - all that are supported have it */
  readonly since?: string;
}
