import { RefusedRequest } from './refused-request';

/** What a caller asks for. */
export interface EgressRequest {
  readonly url: string;
  /** `GET` where nothing is said. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
}

/**
 * What the host answered, in the shape that HTTP APIs and function URLs take from a function.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface EgressResponse {
  readonly statusCode: number;
  /** Under names in lower case; what came more than once is joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** The `set-cookie` headers, the only ones that cannot be joined; left out where there is none. */
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Base64 in either alphabet: https://www.rfc-editor.org/rfc/rfc4648#section-5. */
const base64 = /^[\w+/-]*={0,2}$/;

/**
 * The address, where it is one of the hosts over TLS on its usual port.
 *
 * Throws without repeating the path, which may hold what is confidential.
 */
export function allowedUrl(request: EgressRequest, hosts: readonly string[]): URL {
  if (typeof request?.url !== 'string' || !URL.canParse(request.url)) {
    throw new RefusedRequest("'url' is no address: write 'https://host/path'");
  }
  const url = new URL(request.url);
  if (url.protocol !== 'https:') {
    throw new RefusedRequest(`'${url.protocol.slice(0, 20)}' is not encrypted: use 'https:'`);
  }
  if (url.port !== '') throw new RefusedRequest(`port ${url.port} is not allowed: leave it out, it is 443`);
  if (url.username !== '' || url.password !== '') {
    throw new RefusedRequest('the address holds a user or a password: send them as a header');
  }
  if (!hosts.includes(url.hostname)) {
    const host = url.hostname.slice(0, 253);
    throw new RefusedRequest(`'${host}' is not allowed: add it to 'hosts' of the EgressFunction`);
  }
  return url;
}

export function allowedMethod({ method = 'GET' }: EgressRequest): string {
  const name = String(method).toUpperCase();
  if (!methods.includes(name)) {
    const quoted = /^[A-Z]{1,20}$/.test(name) ? name : 'method';
    throw new RefusedRequest(`'${quoted}' is no method: use one of ${methods.join(', ')}`);
  }
  return name;
}

export function allowedBody(
  { body, isBase64Encoded }: EgressRequest,
  method: string,
): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || body === null || body === '') return undefined;
  if (typeof body !== 'string') throw new RefusedRequest("'body' is no string: write it with JSON.stringify");
  if (method === 'GET' || method === 'HEAD') {
    throw new RefusedRequest(`'${method}' has a body: leave it out, or use a method that takes one`);
  }
  if (!isBase64Encoded) return body;
  if (!base64.test(body)) throw new RefusedRequest("'body' is no base64: leave 'isBase64Encoded' out");
  return Uint8Array.from(Buffer.from(body, 'base64'));
}
