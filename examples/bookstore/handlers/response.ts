import type { APIGatewayProxyResult } from 'aws-lambda';

export function json(statusCode: number, body: unknown, headers: Record<string, string> = {}): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** What went wrong goes to the log; the caller learns where to ask, and nothing about the inside. */
export function internalError(error: unknown, requestId: string): APIGatewayProxyResult {
  console.error({ message: 'request failed', requestId, error });
  return json(500, { message: 'internal error', requestId });
}
