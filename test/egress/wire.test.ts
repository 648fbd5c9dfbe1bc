import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { forward } from '../../src/egress/handler/forward';
import type { EgressRequest, EgressResponse } from '../../src/egress/handler/request';

// With the real `fetch` and a real server, of which only the address is another: what it adds, joins and decodes is asked here.
const origin = 'https://api.example.com';
const asked: { url: string; headers: string[]; body: string }[] = [];
let server: Server;
let answers: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      asked.push({ url: request.url!, headers: request.rawHeaders, body });
      answers(request, response);
    });
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

beforeEach(() => {
  asked.length = 0;
  answers = (_, response) => void response.end('ok');
});

async function send(request: Partial<EgressRequest> = {}, remaining = 30_000): Promise<EgressResponse> {
  const { port } = server.address() as AddressInfo;
  return forward({
    hosts: ['api.example.com'],
    fetch: async (url, init) => fetch((url as URL).href.replace(origin, `http://127.0.0.1:${port}`), init),
    log: () => undefined,
  })({ url: `${origin}/`, ...request }, { getRemainingTimeInMillis: () => remaining });
}

function headersOf({ headers }: (typeof asked)[number]): Record<string, string> {
  const pairs: [string, string][] = [];
  for (let index = 0; index < headers.length; index += 2) {
    pairs.push([headers[index].toLowerCase(), headers[index + 1]]);
  }
  return Object.fromEntries(pairs);
}

describe('headers that the host sends more than once', () => {
  test('are joined, and cookies, which cannot be, are listed one by one', async () => {
    answers = (_, response) =>
      void response
        .setHeader('set-cookie', ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2'])
        .setHeader('link', ['</1>; rel=next', '</2>; rel=last'])
        .end();
    const answer = await send();
    expect(answer.cookies).toEqual(['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2']);
    expect(answer.headers).toMatchObject({ link: '</1>; rel=next, </2>; rel=last' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  test('leave no list of cookies where there is none', async () => {
    expect(await send()).not.toHaveProperty('cookies');
  });
});

describe('what the host is asked', () => {
  test('says nothing of another host, nor what is about the connection of the caller', async () => {
    await send({
      headers: {
        Host: 'evil.example.net',
        Connection: 'keep-alive, X-Hop',
        'X-Hop': '1',
        'Transfer-Encoding': 'chunked',
        Expect: '100-continue',
        'Accept-Encoding': 'compress',
        Accept: 'application/json',
      },
    });
    expect(headersOf(asked[0])).toEqual({
      host: expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string,
      connection: 'close',
      accept: 'application/json',
      'accept-encoding': expect.stringContaining('gzip') as string,
      'accept-language': '*',
      'sec-fetch-mode': 'cors',
      'user-agent': expect.any(String) as string,
    });
  });

  test('has one length, which is that of the body', async () => {
    await send({ method: 'POST', body: 'hello', headers: { 'content-length': '3', 'Content-Length': '400' } });
    expect(asked[0].headers.filter((name) => name.toLowerCase() === 'content-length')).toHaveLength(1);
    expect(asked[0].body).toBe('hello');
  });

  test('says that its body is compressed where the caller compressed it', async () => {
    const body = gzipSync('hello');
    await send({
      method: 'PUT',
      body: body.toString('base64'),
      isBase64Encoded: true,
      headers: { 'content-encoding': 'gzip' },
    });
    expect(headersOf(asked[0])).toMatchObject({ 'content-encoding': 'gzip' });
    expect(asked[0].body).toBe(body.toString('latin1'));
  });

  test.each(['', null, undefined])('has no body where the caller of a GET gives %p', async (body) => {
    await expect(send({ body })).resolves.toMatchObject({ statusCode: 200 });
  });

  test('keeps path and query as they are written', async () => {
    await send({ url: `${origin}/a%2Fb/../c?x=1&x=2&y=%20+#part` });
    expect(asked[0].url).toBe('/c?x=1&x=2&y=%20+');
  });
});

describe('what comes back', () => {
  test('is decompressed, and says so', async () => {
    answers = (_, response) => void response.setHeader('content-encoding', 'gzip').end(gzipSync('hello'));
    const answer = await send();
    expect(answer.body).toBe('hello');
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('content-'))).toEqual([]);
  });

  test('keeps the name of an encoding that nobody undid', async () => {
    answers = (_, response) => void response.setHeader('content-encoding', 'aws-chunked').end('hello');
    await expect(send()).resolves.toMatchObject({ body: 'hello', headers: { 'content-encoding': 'aws-chunked' } });
  });

  test('is refused where little unpacks to more than Lambda hands back', async () => {
    answers = (_, response) =>
      void response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000)));
    await expect(send()).rejects.toThrow('more than 4000000 bytes');
  });

  test('says how long the body is where only that was asked', async () => {
    answers = (_, response) => void response.setHeader('content-length', '12345').end();
    await expect(send({ method: 'HEAD' })).resolves.toMatchObject({
      body: '',
      headers: { 'content-length': '12345' },
    });
  });

  test('leaves out what the host says is about the connection', async () => {
    answers = (_, response) =>
      void response.setHeader('connection', 'close, x-hop').setHeader('x-hop', '1').setHeader('x-id', '7').end();
    const { headers } = await send();
    expect(headers).toMatchObject({ 'x-id': '7' });
    expect(headers).not.toHaveProperty('x-hop');
    expect(headers).not.toHaveProperty('connection');
  });

  test.each([204, 304, 301, 404, 500])('is what the host answered, where that is %d', async (statusCode) => {
    answers = (_, response) => void response.writeHead(statusCode, { location: 'https://evil.example.net/' }).end();
    await expect(send()).resolves.toMatchObject({ statusCode, body: '', isBase64Encoded: false });
    expect(asked).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  test('a host that hangs up is told apart from one that was never asked', async () => {
    answers = (request) => void request.socket.destroy();
    await expect(send({ method: 'POST', body: 'x' })).rejects.toMatchObject({
      name: 'UnansweredRequest',
      message: expect.stringMatching(/^POST to 'api.example.com' failed after \d+ ms: \w+$/) as string,
    });
    expect(asked).toHaveLength(1);
  });

  test('a host that stops in the middle is given up in time', async () => {
    answers = (_, response) => void response.write('he');
    await expect(send({}, 700)).rejects.toThrow(/failed after \d+ ms: timeout/);
    server.closeAllConnections();
  });

  test('what is not in the encoding that it claims is no answer', async () => {
    answers = (_, response) => void response.setHeader('content-encoding', 'gzip').end('hello');
    await expect(send()).rejects.toThrow(/failed after \d+ ms: Z_DATA_ERROR/);
  });
});
