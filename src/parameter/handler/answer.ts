import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Failure } from './failure';
import type { Patience } from './patience';

/** `request` of `node:https`. */
export type Send = (
  url: string,
  options: RequestOptions,
  answered: (response: IncomingMessage) => void,
) => ClientRequest;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html */
export interface Answer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly NoEcho: true;
  readonly Data?: Readonly<Record<string, string>>;
}

const noAnswerAfter = 5_000;

/**
 * Puts the answer where CloudFormation waits for it, and tries again where that does not work.
 *
 * Throws without the address, which is as good as a password for what it is for.
 */
export async function putAnswer(url: string, answer: Answer, send: Send, patience: Patience): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const status = await put(url, JSON.stringify(answer), send);
    if (typeof status === 'number' && status >= 200 && status < 300) return;
    const isFinal = typeof status === 'number' && status < 500 && status !== 408 && status !== 429;
    if (isFinal || attempt === 5 || !(await patience.wait(attempt))) {
      throw new Failure(`CloudFormation did not get the answer: ${status}`);
    }
  }
}

/** @returns the status, or the code of the error of the network */
async function put(url: string, body: string, send: Send): Promise<number | string> {
  return new Promise((resolve) => {
    // The address is signed for an empty type.
    const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) };
    try {
      const request = send(url, { method: 'PUT', headers, timeout: noAnswerAfter }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 'no status');
      });
      request.on('timeout', () => request.destroy());
      request.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'no connection'));
      request.end(body);
    } catch {
      resolve('no address');
    }
  });
}
