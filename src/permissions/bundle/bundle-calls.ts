import type { Operation } from './sdk-exports';

/** What the code of a bundle calls, as far as reading it tells. */
export interface BundleCalls {
  /** What runs and is called for certain. */
  readonly calls: readonly Operation[];
  /** What is called if code runs of which that cannot be told. */
  readonly mayCall: readonly Operation[];
  readonly unread: readonly Unread[];
}

/** What reading does not tell. */
export interface Unread {
  /** Of which client; `undefined` of all. */
  readonly client?: string;
  /** Why, as the end of a sentence. */
  readonly because: string;
}
