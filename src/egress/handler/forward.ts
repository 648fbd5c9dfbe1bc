import { passedOn } from './headers';
import { allowedMethod, allowedUrl, type EgressRequest, type EgressResponse, RefusedRequest } from './request';

/** What the function is given from outside. */
export interface Surroundings {
  readonly hosts: readonly string[];
  readonly fetch: typeof fetch;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
}

/** What Lambda says about the invocation. */
export interface InvocationContext {
  getRemainingTimeInMillis(): number;
}

/**
 * Lambda answers with at most 6 MB, and base64 takes a third more than what it stands for.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const mostBytes = 4_000_000;

/** Milliseconds in which the answer has to get out. */
const keptForAnswer = 500;

/**
 * Sends a request to one of the named hosts and hands back what it answers.
 *
 * Follows no redirect, which would lead wherever the host says. Logs who was asked and how that went, never path, headers or
 * body.
 */
export function forward({ hosts, fetch: send, log }: Surroundings) {
  return async (request: EgressRequest, context: InvocationContext): Promise<EgressResponse> => {
    const url = allowedUrl(request, hosts);
    const method = allowedMethod(request);
    const started = Date.now();
    const answer = await send(url, {
      method,
      headers: passedOn(Object.entries(request.headers ?? {})),
      body: bodyOf(request),
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.max(1, context.getRemainingTimeInMillis() - keptForAnswer)),
    });
    const body = await bytesOf(answer);
    log(JSON.stringify({ host: url.hostname, method, statusCode: answer.status, milliseconds: Date.now() - started }));
    return { statusCode: answer.status, headers: passedOn(answer.headers.entries()), ...written(body) };
  };
}

function bodyOf({ body, isBase64Encoded }: EgressRequest): string | Uint8Array<ArrayBuffer> | undefined {
  return body !== undefined && isBase64Encoded ? Uint8Array.from(Buffer.from(body, 'base64')) : body;
}

async function bytesOf(answer: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) {
      throw new RefusedRequest(`the answer has more than ${mostBytes} bytes, which Lambda hands back at most`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function written(body: Buffer): Pick<EgressResponse, 'body' | 'isBase64Encoded'> {
  try {
    return { body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), isBase64Encoded: false };
  } catch {
    return { body: body.toString('base64'), isBase64Encoded: true };
  }
}
