import { answeredHeaders, sentHeaders } from './headers';
import { RefusedRequest, UnansweredRequest } from './refused-request';
import { allowedBody, allowedMethod, allowedUrl, type EgressRequest, type EgressResponse } from './request';

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

/** What a body takes at most in the answer: that of `mostBytes` in base64. */
const mostWritten = Math.ceil((mostBytes * 4) / 3);

/** Milliseconds in which the answer has to get out. */
const keptForAnswer = 500;

/**
 * Sends a request to one of the named hosts and hands back what it answers.
 *
 * Follows no redirect, which would lead wherever the host says. Logs who was asked and how that went, never path, headers or
 * body; what it throws is logged by Lambda and says no more.
 */
export function forward({ hosts, fetch: send, log }: Surroundings) {
  return async (request: EgressRequest, context: InvocationContext): Promise<EgressResponse> => {
    const url = allowedUrl(request, hosts);
    const method = allowedMethod(request);
    const asked: RequestInit = { method, headers: sentHeaders(request.headers), body: allowedBody(request, method) };
    const started = Date.now();
    const milliseconds = Math.max(1, context.getRemainingTimeInMillis() - keptForAnswer);
    try {
      const signal = AbortSignal.timeout(milliseconds);
      const answer = await send(url, { ...asked, redirect: 'manual', signal });
      const body = await bytesOf(answer);
      log(
        JSON.stringify({ host: url.hostname, method, statusCode: answer.status, milliseconds: Date.now() - started }),
      );
      const cookies = answer.headers.getSetCookie();
      return {
        statusCode: answer.status,
        headers: answeredHeaders(answer, method),
        ...(cookies.length > 0 && { cookies }),
        ...written(body),
      };
    } catch (error) {
      if (error instanceof RefusedRequest) throw error;
      const went = `${method} to '${url.hostname}' failed after ${Date.now() - started} ms`;
      throw new UnansweredRequest(`${went}: ${causeOf(error)}`);
    }
  };
}

/** The code that says why, such as `ENOTFOUND` or `CERT_HAS_EXPIRED`: messages may repeat what was sent. */
function causeOf(error: unknown): string {
  const { name, cause } = error as Partial<Error>;
  if (name === 'TimeoutError') return 'timeout';
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'no answer';
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

/** As text where it is text, and does not get too long by what JSON escapes in it. */
function written(body: Buffer): Pick<EgressResponse, 'body' | 'isBase64Encoded'> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    if (Buffer.byteLength(JSON.stringify(text)) <= mostWritten) return { body: text, isBase64Encoded: false };
  } catch {
    // Not UTF-8.
  }
  return { body: body.toString('base64'), isBase64Encoded: true };
}
