import type { Value } from '../../template';
import type { Bounds } from '../traffic';

/** A host that connections get to by the name that the client says. */
export interface NamedHost {
  /** `api.example.com`, or `.example.com` with all below it. */
  readonly name: string;
  /** What says the name: the first message of TLS, or the header of HTTP. */
  readonly by: 'TLS' | 'HTTP';
}

/** A rule of the stateful engine, as far as it decides what gets out. */
export interface StatefulRule {
  readonly action: 'pass' | 'drop';
  /** Packets it is about whatever is in them, and those it may be about. */
  readonly packets: Bounds;
  /** Where it is about a connection in which the client says a name: which. */
  readonly host?: NamedHost;
  readonly at: Value;
}

/** A name that is somebody's own: not everything, nor what ends as a whole country does. */
export function isOwnName(name: string): boolean {
  return /^\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i.test(name);
}

/** Whether whoever has one of the names has the other. */
export function isWithin({ name, by }: NamedHost, other: NamedHost): boolean {
  if (by !== other.by) return false;
  return name === other.name || (other.name.startsWith('.') && `.${name}`.replace('..', '.').endsWith(other.name));
}
