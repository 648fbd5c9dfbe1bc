import { randomUUID } from 'node:crypto';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Author, Book, Portrait } from './author';
import { InvalidAuthor, parseAuthor } from './author';
import { environment } from './environment';
import { internalError, json } from './response';
import { authorKey, bookKey, genreAttribute, statsKey } from './table';

const tableName = environment('TABLE_NAME');
const bucketName = environment('BUCKET_NAME');
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(), { marshallOptions: { removeUndefinedValues: true } });
const s3 = new S3Client();

/** `POST /author`: stores an author, the author's books and portrait. */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const { requestId } = event.requestContext;
  try {
    const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : event.body;
    const author = parseAuthor(body);
    const authorId = randomUUID();
    // The portrait goes first: a portrait without an author is litter, an author whose portrait is missing is a bug.
    const portraitKey = author.portrait && (await storePortrait(authorId, author.portrait));
    await storeAuthor(authorId, author, portraitKey, requestId);
    return json(201, { authorId }, { location: `/author/${authorId}` });
  } catch (error) {
    if (error instanceof InvalidAuthor) return json(400, { message: 'invalid author', problems: error.problems });
    if (isContention(error)) return json(503, { message: 'try again', requestId }, { 'retry-after': '1' });
    return internalError(error, requestId);
  }
}

async function storePortrait(authorId: string, { image, contentType }: Portrait): Promise<string> {
  const key = `portraits/${authorId}.${contentType === 'image/png' ? 'png' : 'jpg'}`;
  await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: key, Body: image, ContentType: contentType }));
  return key;
}

async function storeAuthor(authorId: string, author: Author, portraitKey: string | undefined, requestId: string) {
  const TableName = tableName;
  await dynamo.send(
    new TransactWriteCommand({
      // A retry of the SDK must not count the same author twice.
      ClientRequestToken: requestId,
      TransactItems: [
        { Put: { TableName, Item: { ...authorKey(authorId), name: author.name, portraitKey } } },
        ...author.books.map((book, i) => ({ Put: { TableName, Item: { ...bookKey(authorId, i), ...book } } })),
        { Update: { TableName, Key: statsKey, ...count(author.books) } },
      ],
    }),
  );
}

function count(books: readonly Book[]) {
  const perGenre = new Map<string, number>();
  for (const { genre } of books) perGenre.set(genre, (perGenre.get(genre) ?? 0) + 1);
  const counters = [
    ['authors', 1] as const,
    ['books', books.length] as const,
    ...[...perGenre].map(([genre, n]) => [genreAttribute(genre), n] as const),
  ];
  return {
    UpdateExpression: `ADD ${counters.map((_, i) => `#c${i} :c${i}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(counters.map(([name], i) => [`#c${i}`, name])),
    ExpressionAttributeValues: Object.fromEntries(counters.map(([, n], i) => [`:c${i}`, n])),
  };
}

/** Two authors at the same moment want the same statistics item. */
function isContention(error: unknown): boolean {
  return (
    error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict')
  );
}
