import type { Truth } from '../../../iam';
import type { Resource, Value } from '../../../template';

/** A way in from the internet: a method, a route, a function URL, a field of a GraphQL API. */
export interface Entry {
  /** The resource that makes the entry; the API where the entry stands in its OpenAPI definition. */
  readonly resource: Resource;
  /** Where it is said, or could be, who may call. */
  readonly at: Value;
  /** As a finding names it: `POST /orders`. */
  readonly name: string;
  /** Whether strangers may call. */
  readonly open: Truth;
  /** The API behind which it stands; a function URL has none. */
  readonly api?: Resource;
}
