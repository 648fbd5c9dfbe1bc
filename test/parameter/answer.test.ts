import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { putAnswer, type Answer } from '../../src/parameter/handler/answer';
import type { Patience } from '../../src/parameter/handler/patience';

const answer: Answer = {
  Status: 'SUCCESS',
  PhysicalResourceId: 'ssm:/a',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Password',
  NoEcho: true,
};

const url = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signature=presigned`;

interface Received {
  readonly method?: string;
  readonly path?: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let received: Received[];
let statuses: (number | 'hang up')[];

beforeEach(async () => {
  received = [];
  statuses = [];
  server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      received.push({ method: incoming.method, path: incoming.url, headers: incoming.headers, body });
      const status = statuses.shift() ?? 200;
      if (status === 'hang up') incoming.socket.destroy();
      else outgoing.writeHead(status).end('<Error>presigned</Error>');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(async () => new Promise((closed) => server.close(closed)));

function patience(times = Infinity): Patience & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    wait: async (attempt) => {
      waits.push(attempt);
      return Promise.resolve(waits.length <= times);
    },
  };
}

test('is put with the empty type that the address is signed for, and its length', async () => {
  await putAnswer(url(server), { ...answer, Reason: 'ä' }, request, patience());
  const [{ method, path, headers, body }] = received;
  expect({ method, path }).toEqual({ method: 'PUT', path: '/answer?signature=presigned' });
  expect(headers['content-type']).toBe('');
  expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body));
  expect(JSON.parse(body)).toEqual({ ...answer, Reason: 'ä' });
});

test.each<[string, (number | 'hang up')[]]>([
  ['the server is busy', [503, 500]],
  ['there are too many requests', [429, 408]],
  ['the connection breaks', ['hang up', 'hang up']],
])('is put again, and later each time, when %s', async (_, failing) => {
  statuses = [...failing];
  const { waits, wait } = patience();
  await putAnswer(url(server), answer, request, { wait });
  expect(received).toHaveLength(failing.length + 1);
  expect(waits).toEqual(failing.map((__, attempt) => attempt));
});

test.each<[string, (number | 'hang up')[], string, number]>([
  ['the address has expired', [403], '403', 1],
  ['the server stays busy', Array<number>(9).fill(503), '503', 6],
  ['the connection stays broken', Array<'hang up'>(9).fill('hang up'), 'ECONNRESET', 6],
])(
  'throws, so that Lambda tries again, when %s, and does not say the address',
  async (_, failing, status, attempts) => {
    statuses = [...failing];
    const failed = putAnswer(url(server), answer, request, patience());
    await expect(failed).rejects.toThrow(`CloudFormation did not get the answer: ${status}`);
    await expect(failed).rejects.not.toThrow(/presigned/);
    expect(received).toHaveLength(attempts);
  },
);

test('throws when there is no time for another attempt', async () => {
  statuses = [503, 503, 503];
  await expect(putAnswer(url(server), answer, request, patience(1))).rejects.toThrow('503');
  expect(received).toHaveLength(2);
});

test('throws without the address when that is none', async () => {
  await expect(putAnswer('presigned', answer, request, patience(0))).rejects.toThrow(
    /^CloudFormation did not get the answer: no address$/,
  );
});

test('gives up on a server that says nothing', async () => {
  server.removeAllListeners('request');
  const impatient: typeof request = ((address: string, options: object, answered: never) =>
    request(address, { ...options, timeout: 20 }, answered)) as never;
  await expect(putAnswer(url(server), answer, impatient, patience(0))).rejects.toThrow('ECONNRESET');
});
