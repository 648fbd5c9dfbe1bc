import './bookstore-environment';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as booksStats } from '../../examples/bookstore/handlers/books-stats';
import { handler as createAuthor } from '../../examples/bookstore/handlers/create-author';
import { handler as createAuthorRaw } from '../../examples/bookstore-raw/handlers/create-author';

const dynamo = mockClient(DynamoDBDocumentClient);
const s3 = mockClient(S3Client);
const log = jest.spyOn(console, 'error');

beforeEach(() => {
  dynamo.reset();
  s3.reset();
  log.mockReset().mockImplementation(() => {});
});

const PNG = Buffer.from('89504e470d0a1a0a00000000', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46', 'hex');

function event(body: unknown, more: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent {
  return {
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    headers: {},
    isBase64Encoded: false,
    requestContext: { requestId: 'request-1' },
    ...more,
  } as APIGatewayProxyEvent;
}

const book = { title: 'The Left Hand of Darkness', year: 1969, genre: 'novel' };

describe('POST /author', () => {
  test('stores author, books and counters in one transaction, so that the statistics are never wrong', async () => {
    const response = await createAuthor(event({ name: ' Ursula K. Le Guin ', books: [book, book] }));

    expect(response.statusCode).toBe(201);
    const { authorId } = JSON.parse(response.body) as { authorId: string };
    expect(response.headers?.location).toBe(`/author/${authorId}`);
    const [call] = dynamo.commandCalls(TransactWriteCommand);
    expect(call.args[0].input).toMatchObject({
      ClientRequestToken: 'request-1',
      TransactItems: [
        { Put: { TableName: 'Authors', Item: { pk: `AUTHOR#${authorId}`, sk: 'AUTHOR', name: 'Ursula K. Le Guin' } } },
        { Put: { Item: { pk: `AUTHOR#${authorId}`, sk: 'BOOK#000', ...book } } },
        { Put: { Item: { pk: `AUTHOR#${authorId}`, sk: 'BOOK#001', ...book } } },
        {
          Update: {
            Key: { pk: 'STATS', sk: 'STATS' },
            UpdateExpression: 'ADD #c0 :c0, #c1 :c1, #c2 :c2',
            ExpressionAttributeNames: { '#c0': 'authors', '#c1': 'books', '#c2': 'genre#novel' },
            ExpressionAttributeValues: { ':c0': 1, ':c1': 2, ':c2': 2 },
          },
        },
      ],
    });
    expect(s3.calls()).toHaveLength(0);
  });

  test.each([
    ['png', 'image/png', PNG],
    ['jpg', 'image/jpeg', JPEG],
  ])('stores a %s portrait under the type that its bytes have', async (extension, contentType, image) => {
    const response = await createAuthor(event({ name: 'N', portrait: image.toString('base64') }));

    const { authorId } = JSON.parse(response.body) as { authorId: string };
    const [call] = s3.commandCalls(PutObjectCommand);
    expect(call.args[0].input).toMatchObject({
      Bucket: 'portraits',
      Key: `portraits/${authorId}.${extension}`,
      ContentType: contentType,
      Body: image,
    });
  });

  test('reads a body that API Gateway encoded', async () => {
    const body = Buffer.from(JSON.stringify({ name: 'N' })).toString('base64');
    expect(await createAuthor(event(body, { isBase64Encoded: true }))).toMatchObject({ statusCode: 201 });
  });

  const tooMany = Array.from({ length: 51 }, () => book);
  test.each<[string, unknown, RegExp]>([
    ['no body', undefined, /must be JSON/],
    ['broken JSON', '{', /must be JSON/],
    ['a list', [], /must be a JSON object/],
    ['no name', {}, /'name' must be a text of 1 to 200/],
    ['an object as name', { name: { $ne: 1 } }, /'name' must be a text/],
    ['an endless name', { name: 'x'.repeat(201) }, /'name' must be a text/],
    ['books that are none', { name: 'N', books: 'all' }, /'books' must be a list of at most 50/],
    ['more books than one transaction takes', { name: 'N', books: tooMany }, /'books' must be a list of at most 50/],
    ['a book that is no object', { name: 'N', books: [null] }, /'books\[0\].title' must be a text/],
    ['a year as text', { name: 'N', books: [{ ...book, year: '1969' }] }, /'books\[0\].year' must be a year/],
    ['a year far ahead', { name: 'N', books: [{ ...book, year: 9999 }] }, /'books\[0\].year' must be a year/],
    ['an unknown genre', { name: 'N', books: [{ ...book, genre: '__proto__' }] }, /'books\[0\].genre' must be one of/],
    ['a portrait that is no text', { name: 'N', portrait: 1 }, /must be an image in Base64/],
    ['a portrait that is HTML', { name: 'N', portrait: 'PGh0bWw+' }, /must be a JPEG or PNG/],
    [
      'a huge portrait',
      { name: 'N', portrait: Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]).toString('base64') },
      /must be at most 1048576 bytes/,
    ],
  ])('%s is answered with 400 and the reason, and nothing is stored', async (_, body, problem) => {
    const response = await createAuthor(event(body));

    expect(response.statusCode).toBe(400);
    expect((JSON.parse(response.body) as { problems: string[] }).problems.join('\n')).toMatch(problem);
    expect([...dynamo.calls(), ...s3.calls()]).toHaveLength(0);
  });

  test('tells everything that is wrong at once', async () => {
    const response = await createAuthor(event({ books: [{}] }));
    expect((JSON.parse(response.body) as { problems: string[] }).problems).toHaveLength(4);
  });

  test('two authors at the same moment are asked to try again, because neither request is wrong', async () => {
    dynamo.on(TransactWriteCommand).rejects(
      new TransactionCanceledException({
        message: 'cancelled',
        $metadata: {},
        CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
      }),
    );
    const response = await createAuthor(event({ name: 'N' }));
    expect(response).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
  });

  test('a failure says nothing about the inside to the caller, and everything to the log', async () => {
    const failure = new Error('User arn:aws:sts::111111111111:assumed-role/x is not authorized');
    dynamo.on(TransactWriteCommand).rejects(failure);
    const response = await createAuthor(event({ name: 'N' }));

    expect(response.statusCode).toBe(500);
    expect(JSON.parse(response.body)).toEqual({ message: 'internal error', requestId: 'request-1' });
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ requestId: 'request-1', error: failure }));
  });

  test('an author whose portrait could not be stored is not stored either', async () => {
    s3.on(PutObjectCommand).rejects(new Error('denied'));
    const response = await createAuthor(event({ name: 'N', portrait: PNG.toString('base64') }));
    expect(response.statusCode).toBe(500);
    expect(dynamo.calls()).toHaveLength(0);
  });

  test.each([
    ['the password', 201],
    ['a guess', 401],
    [undefined, 401],
  ])('the raw twin asks for a password: %p gives %d', async (password, status) => {
    const headers = { 'x-admin-password': password };
    expect(await createAuthorRaw(event({ name: 'N' }, { headers }))).toMatchObject({ statusCode: status });
  });
});

describe('GET /booksStats', () => {
  test('reads one item, so that it costs the same with ten books and ten million', async () => {
    dynamo.on(GetCommand).resolves({
      Item: { pk: 'STATS', sk: 'STATS', authors: 2, books: 3, 'genre#poetry': 1, 'genre#novel': 2 },
    });
    const response = await booksStats(event(undefined));

    expect(response.statusCode).toBe(200);
    expect(JSON.parse(response.body)).toEqual({ authors: 2, books: 3, genres: { novel: 2, poetry: 1 } });
    expect(dynamo.commandCalls(GetCommand)[0].args[0].input).toEqual({
      TableName: 'Authors',
      Key: { pk: 'STATS', sk: 'STATS' },
    });
  });

  test('an empty store has empty statistics', async () => {
    dynamo.on(GetCommand).resolves({});
    expect(JSON.parse((await booksStats(event(undefined))).body)).toEqual({ authors: 0, books: 0, genres: {} });
  });

  test('a failure says nothing about the inside', async () => {
    dynamo.on(GetCommand).rejects(new Error('kms:Decrypt denied on arn:aws:kms:x'));
    const response = await booksStats(event(undefined));
    expect(response).toMatchObject({ statusCode: 500, body: expect.not.stringContaining('kms') });
  });
});

test('a function without its environment fails at start, not at the first request', () => {
  jest.isolateModules(() => {
    const { TABLE_NAME } = process.env;
    delete process.env.TABLE_NAME;
    expect(() => jest.requireActual('../../examples/bookstore/handlers/books-stats')).toThrow(
      "the environment variable 'TABLE_NAME' is not set",
    );
    process.env.TABLE_NAME = TABLE_NAME;
  });
});
