/** What a caller asks for. */
export interface EgressRequest {
  readonly url: string;
  /** `GET` where nothing is said. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** What the host answered, in the shape that an API with a Lambda proxy integration takes. */
export interface EgressResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** The request was not sent. */
export class RefusedRequest extends Error {
  public override readonly name = 'RefusedRequest';
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

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
  if (url.protocol !== 'https:') throw new RefusedRequest(`'${url.protocol}' is not encrypted: use 'https:'`);
  if (url.port !== '') throw new RefusedRequest(`port ${url.port} is not allowed: leave it out, it is 443`);
  if (url.username !== '' || url.password !== '') {
    throw new RefusedRequest('the address holds a user or a password: send them as a header');
  }
  if (!hosts.includes(url.hostname)) {
    throw new RefusedRequest(`'${url.hostname}' is not allowed: add it to 'hosts' of the EgressFunction`);
  }
  return url;
}

export function allowedMethod({ method = 'GET' }: EgressRequest): string {
  const name = String(method).toUpperCase();
  if (!methods.includes(name)) throw new RefusedRequest(`'${name}' is no method: use one of ${methods.join(', ')}`);
  return name;
}
