import { forward } from '../../src/egress/handler/forward';
import type { EgressRequest } from '../../src/egress/handler/request';

const hosts = ['api.example.com', 'pay.example.org'];
const context = { getRemainingTimeInMillis: () => 30_000 };

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** A host that answers each request with the same. */
function hostThat(answers: () => Response) {
  const sent: Sent[] = [];
  const logged: string[] = [];
  const send = forward({
    hosts,
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init! });
      return Promise.resolve(answers());
    },
    log: (line) => logged.push(line),
  });
  return { sent, logged, send: async (request: EgressRequest) => send(request, context) };
}

const post: EgressRequest = { url: 'https://api.example.com/', method: 'POST' };

const ok = () => new Response('{"paid":true}', { headers: { 'content-type': 'application/json' } });

describe('what is sent', () => {
  test('is the request of the caller, to the host that it names', async () => {
    const { sent, send } = hostThat(ok);
    const answer = await send({
      url: 'https://api.example.com/v1/charges?limit=1',
      method: 'post',
      headers: { authorization: 'Bearer abc', Host: 'evil.example.net', 'Content-Length': '5' },
      body: 'hello',
    });
    expect(sent).toEqual([
      {
        url: 'https://api.example.com/v1/charges?limit=1',
        init: expect.objectContaining({
          method: 'POST',
          headers: { authorization: 'Bearer abc', connection: 'close' },
          body: 'hello',
        }) as RequestInit,
      },
    ]);
    expect(answer).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"paid":true}',
      isBase64Encoded: false,
    });
  });

  test('is bytes where the caller says that they are base64', async () => {
    const { sent, send } = hostThat(ok);
    await send({ url: 'https://api.example.com/', method: 'PUT', body: '/wA=', isBase64Encoded: true });
    expect(Buffer.from(sent[0].init.body as Uint8Array)).toEqual(Buffer.from([255, 0]));
  });

  test('follows no redirect, which would lead wherever the host says', async () => {
    const { sent, send } = hostThat(
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example.net/' } }),
    );
    await expect(send({ url: 'https://api.example.com/' })).resolves.toMatchObject({
      statusCode: 302,
      headers: { location: 'https://evil.example.net/' },
    });
    expect(sent).toHaveLength(1);
    expect(sent[0].init.redirect).toBe('manual');
  });
});

describe('what is refused', () => {
  test.each<[string, Partial<EgressRequest>, string]>([
    ['another host', { url: 'https://evil.example.net/steal?data=1' }, "'evil.example.net' is not allowed"],
    ['a host below an allowed one', { url: 'https://x.api.example.com/' }, 'is not allowed'],
    ['a host that ends alike', { url: 'https://evilapi.example.com/' }, 'is not allowed'],
    [
      'an allowed host as the user of another',
      { url: 'https://api.example.com@evil.example.net/' },
      'a user or a password',
    ],
    ['an allowed host behind a backslash', { url: 'https://evil.example.net\\@api.example.com/' }, 'is not allowed'],
    ['an allowed host in the fragment', { url: 'https://evil.example.net#.api.example.com' }, 'is not allowed'],
    ['the root label', { url: 'https://api.example.com./' }, 'is not allowed'],
    ['an address', { url: 'https://169.254.169.254/latest/meta-data' }, 'is not allowed'],
    ['an address in other figures', { url: 'https://2852039166/' }, 'is not allowed'],
    ['plain HTTP', { url: 'http://api.example.com/' }, "'http:' is not encrypted"],
    ['a file', { url: 'file:///proc/self/environ' }, "'file:' is not encrypted"],
    ['data', { url: 'data:text/plain,hello' }, "'data:' is not encrypted"],
    ['another port', { url: 'https://api.example.com:8443/' }, 'port 8443 is not allowed'],
    ['no address', { url: 'api.example.com' }, "'url' is no address"],
    ['nothing', { url: undefined }, "'url' is no address"],
    ['a method of proxies', { url: 'https://api.example.com/', method: 'CONNECT' }, "'CONNECT' is no method"],
    ['a method with a line break', { url: 'https://api.example.com/', method: 'GET\r\nX: y' }, 'is no method'],
    ['a body of a GET, which fetch cannot send', { url: 'https://api.example.com/', body: 'x' }, "'GET' has a body"],
    ['an object as the body', { ...post, body: { paid: true } as unknown as string }, "'body' is no string"],
    ['text as base64', { ...post, body: 'two words', isBase64Encoded: true }, "'body' is no base64"],
    ['a list as headers', { ...post, headers: ['x'] as unknown as Record<string, string> }, "'headers' is no object"],
    ['text as headers', { ...post, headers: 'x: y' as unknown as Record<string, string> }, "'headers' is no object"],
    [
      'a header with a line break',
      { ...post, headers: { 'x-a': 'a\r\nhost: evil.example.net' } },
      "header 'x-a' is no",
    ],
    ['a header with a line break in its name', { ...post, headers: { 'x\r\nhost': 'y' } }, 'the name of a header'],
    ['a header without a name', { ...post, headers: { '': 'y' } }, 'the name of a header'],
    ['a header that is a list', { ...post, headers: { a: ['b'] as unknown as string } }, "header 'a' is no text"],
    ['a header beyond Latin-1', { ...post, headers: { price: '7 €' } }, "header 'price' is no text"],
  ])('%s, before anything is sent', async (_, request, message) => {
    const { sent, send } = hostThat(ok);
    await expect(send(request as EgressRequest)).rejects.toThrow(message);
    expect(sent).toEqual([]);
  });

  test('the path of an address is not repeated, which may hold what is confidential', async () => {
    const { send } = hostThat(ok);
    const error = await send({ url: 'https://evil.example.net/token/s3cr3t?key=s3cr3t' }).catch(String);
    expect(error).not.toContain('s3cr3t');
  });

  test.each<[string, Partial<EgressRequest>]>([
    ['a header', { headers: { authorization: 's3cr3t\n' } }],
    ['a name of a header', { headers: { 's3cr3t\n': 'x' } }],
    ['a method', { method: 'S3cr3t' }],
    ['a body', { body: 's3cr3t ', isBase64Encoded: true }],
  ])('nor is what stands in %s', async (_, request) => {
    const { send } = hostThat(ok);
    const error = await send({ ...post, ...request }).catch(String);
    expect(error).toContain('RefusedRequest');
    expect(String(error).toLowerCase()).not.toContain('s3cr3t');
  });

  test('a long name is not repeated as a whole, because it would fill the log', async () => {
    const { send } = hostThat(ok);
    const error = String(await send({ url: `https://${'a.'.repeat(10_000)}example.net/` }).catch(String));
    expect(error.length).toBeLessThan(400);
  });

  test('names in upper case are the same host', async () => {
    const { send } = hostThat(ok);
    await expect(send({ url: 'HTTPS://API.Example.COM/' })).resolves.toMatchObject({ statusCode: 200 });
  });
});

describe('what comes back', () => {
  test('is base64 where it is no text', async () => {
    const { send } = hostThat(() => new Response(new Uint8Array([0xff, 0xd8, 0x00])));
    await expect(send({ url: 'https://api.example.com/' })).resolves.toMatchObject({
      body: '/9gA',
      isBase64Encoded: true,
    });
  });

  test('is refused where it is longer than Lambda hands back, without reading the rest', async () => {
    let chunks = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            chunks += 1;
            controller.enqueue(new Uint8Array(1_000_000));
          },
        }),
      );
    const { send } = hostThat(endless);
    await expect(send({ url: 'https://api.example.com/' })).rejects.toThrow('more than 4000000 bytes');
    expect(chunks).toBeLessThan(10);
  });

  test('is base64 where JSON would make the text longer than Lambda hands back', async () => {
    const { send } = hostThat(() => new Response('"'.repeat(3_900_000)));
    const answer = await send({ url: 'https://api.example.com/' });
    expect(answer.isBase64Encoded).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(6_000_000);
  });

  test('is text where it is long and JSON adds little', async () => {
    const { send } = hostThat(() => new Response('a'.repeat(3_900_000)));
    await expect(send({ url: 'https://api.example.com/' })).resolves.toMatchObject({ isBase64Encoded: false });
  });

  test('does not claim an encoding that is gone', async () => {
    const { send } = hostThat(() => new Response('x', { headers: { 'content-encoding': 'gzip', 'x-id': '7' } }));
    await expect(send({ url: 'https://api.example.com/' })).resolves.toMatchObject({
      headers: expect.not.objectContaining({ 'content-encoding': 'gzip' }) as Record<string, string>,
    });
  });
});

test('the log says who was asked and how it went, and nothing of what was said', async () => {
  const { logged, send } = hostThat(() => new Response('answer-secret', { status: 418 }));
  await send({
    url: 'https://pay.example.org/path-secret?query-secret',
    method: 'POST',
    headers: { authorization: 'header-secret' },
    body: 'body-secret',
  });
  expect(logged.map((line) => JSON.parse(line) as unknown)).toEqual([
    { host: 'pay.example.org', method: 'POST', statusCode: 418, milliseconds: expect.any(Number) as number },
  ]);
  expect(logged.join()).not.toContain('secret');
});

test.each<[string, () => Error, string]>([
  [
    'the code of what went wrong',
    () => new TypeError('fetch failed', { cause: Object.assign(new Error('s3cr3t'), { code: 'ENOTFOUND' }) }),
    "UnansweredRequest: POST to 'api.example.com' failed after 0 ms: ENOTFOUND",
  ],
  [
    'nothing that is no code',
    () => new TypeError('s3cr3t', { cause: { code: 'not s3cr3t' } }),
    "UnansweredRequest: POST to 'api.example.com' failed after 0 ms: no answer",
  ],
  [
    'that there was no answer where nothing else is known',
    () => new TypeError('s3cr3t'),
    "UnansweredRequest: POST to 'api.example.com' failed after 0 ms: no answer",
  ],
])('the error of a request that was sent says %s', async (_, error, message) => {
  const send = forward({ hosts, fetch: async () => Promise.reject(error()), log: () => undefined });
  const thrown = String(await send(post, context).catch(String));
  expect(thrown.replace(/after \d+ ms/, 'after 0 ms')).toBe(message);
});

test('gives up before Lambda does, so that the caller learns why', async () => {
  const send = forward({
    hosts,
    fetch: async (_, init) =>
      new Promise((__, reject) => {
        init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason as Error));
      }),
    log: () => undefined,
  });
  const answer = send({ url: 'https://api.example.com/' }, { getRemainingTimeInMillis: () => 520 });
  await expect(answer).rejects.toThrow(/timeout/i);
});
