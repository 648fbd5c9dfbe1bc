import { Term } from './term';
import { Unknown } from '../template/resolved';

/** A value of the request context: one, several, or something that is not known. */
export type ContextValue = string | readonly string[] | Unknown;

/**
 * What the request says about itself, by condition key. Keys ignore case; the tag name in `aws:ResourceTag/Team` too.
 */
export class RequestContext {
  private inLowerCase?: ReadonlyMap<string, ContextValue>;

  constructor(
    /** Is asked when the first statement asks for a key: most ask for nothing. */
    private readonly entries: () => Readonly<Record<string, ContextValue>>,
    /** Whether keys that are not given may be in the request, with any value. */
    private readonly open = false,
  ) {}

  private get byKey(): ReadonlyMap<string, ContextValue> {
    this.inLowerCase ??= new Map(Object.entries(this.entries()).map(([key, value]) => [key.toLowerCase(), value]));
    return this.inLowerCase;
  }

  /** `undefined` where the key is not in the request. */
  values(key: string): readonly Term[] | 'unknown' | undefined {
    const value = this.byKey.get(key.toLowerCase());
    if (value === undefined) return this.open ? 'unknown' : undefined;
    if (value instanceof Unknown) return 'unknown';
    return (typeof value === 'string' ? [value] : value).map((one) => Term.of(one));
  }

  /** What a policy variable stands for; one with several values stands for none. */
  variable(name: string): string | Unknown | undefined {
    const value = this.byKey.get(name.toLowerCase());
    if (value === undefined && this.open) return new Unknown('the request may have it', `\${${name}}`);
    return typeof value === 'string' || value instanceof Unknown ? value : undefined;
  }
}
