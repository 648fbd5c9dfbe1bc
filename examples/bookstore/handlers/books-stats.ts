import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { environment } from './environment';
import { internalError, json } from './response';
import { genreOf, statsKey } from './table';

const tableName = environment('TABLE_NAME');
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient());

/** `GET /booksStats`: how many authors and books there are, and how many books of each genre. */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  try {
    const { Item: stats = {} } = await dynamo.send(new GetCommand({ TableName: tableName, Key: statsKey }));
    const perGenre = Object.entries(stats).flatMap(([attribute, n]) => {
      const genre = genreOf(attribute);
      return genre === undefined ? [] : [[genre, n] as const];
    });
    return json(200, {
      authors: stats.authors ?? 0,
      books: stats.books ?? 0,
      genres: Object.fromEntries(perGenre.sort(([a], [b]) => a.localeCompare(b))),
    });
  } catch (error) {
    return internalError(error, event.requestContext.requestId);
  }
}
