import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { handler as createAuthor } from '../../bookstore/handlers/create-author';
import { json } from '../../bookstore/handlers/response';

/** `POST /author`, for the editors who know the password. */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  if (event.headers['x-admin-password'] !== process.env.ADMIN_PASSWORD) return json(401, { message: 'wrong password' });
  return createAuthor(event);
}
