import { RefusedRequest } from './refused-request';

type Header = readonly [name: string, value: string];

/**
 * What is about one connection and is passed on in neither direction.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
const ofConnection: readonly string[] = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** What `fetch` says itself: whom it asks, how long the body is, which encodings it reads; and what it does not know to do. */
const saidByFetch: readonly string[] = ['accept-encoding', 'content-length', 'expect', 'host'];

/** What `fetch` decodes; where another encoding is named, it decodes nothing. */
const decoded: ReadonlySet<string> = new Set(['br', 'deflate', 'gzip', 'x-gzip', 'zstd']);

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The headers for the host, each request with a connection of its own: Lambda lets idle ones die, and a request that is sent
 * over a dead one fails without saying whether it arrived.
 *
 * Throws without repeating a value, which `fetch` would do, into the log.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html#function-code
 */
export function sentHeaders(given: unknown): Record<string, string> {
  if (typeof (given ?? {}) !== 'object' || Array.isArray(given)) {
    throw new RefusedRequest("'headers' is no object: write { name: 'value' }");
  }
  const headers = Object.entries((given ?? {}) as Record<string, unknown>).map(checked);
  return { ...Object.fromEntries(without(headers, saidByFetch)), connection: 'close' };
}

/** The headers of the answer, which say nothing of how its body came over the wire where that is gone. */
export function answeredHeaders({ headers }: Response, method: string): Record<string, string> {
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(/\s*,\s*/);
  const ofWire = method === 'HEAD' ? [] : ['content-length'];
  const isDecoded = encodings.every((encoding) => decoded.has(encoding)) && method !== 'HEAD';
  return Object.fromEntries(
    without([...headers], ['set-cookie', ...ofWire, ...(isDecoded ? ['content-encoding'] : [])]),
  );
}

function checked([name, value]: readonly [string, unknown]): Header {
  if (!token.test(name)) throw new RefusedRequest('the name of a header holds what names cannot');
  if (typeof value !== 'string' || !fieldValue.test(value)) {
    throw new RefusedRequest(`the header '${name.slice(0, 100)}' is no text of one line in Latin-1`);
  }
  return [name, value];
}

function without(headers: readonly Header[], names: readonly string[]): Header[] {
  const listed = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(/[\s,]+/));
  const left = new Set([...ofConnection, ...listed, ...names]);
  return headers.filter(([name]) => !left.has(name.toLowerCase()));
}
