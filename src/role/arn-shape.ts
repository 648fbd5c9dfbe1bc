import { CfnResource, Reference, Token, Tokenization } from 'aws-cdk-lib';

/** The ARNs that a bare token can stand for where one service has several kinds of resource in one grant. */
const shapes: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket.Arn': 'arn:${Partition}:s3:::${Bucket}',
  'AWS::DynamoDB::Table.Arn': 'arn:${Partition}:dynamodb:${Region}:${Account}:table/${Table}',
  'AWS::DynamoDB::GlobalTable.Arn': 'arn:${Partition}:dynamodb:${Region}:${Account}:table/${Table}',
};

const unknownPiece = '${Token}';

/**
 * An ARN with `${…}` for the pieces that are only known after deployment, or `undefined` where that is its start.
 */
export function arnShape(arn: string): string | undefined {
  const text = withPlaceholders(arn);
  if (!text.startsWith(unknownPiece)) return text;
  const start = leadingResource(arn);
  const shape = start && shapes[start];
  return shape && shape + text.slice(unknownPiece.length);
}

/** Whether the ARN starts with that of a resource of this app, so that it cannot turn out to be `*`. */
export function startsWithResource(arn: string): boolean {
  return leadingResource(arn) !== undefined;
}

function withPlaceholders(arn: string): string {
  if (!Token.isUnresolved(arn)) return arn;
  const placeholders = Tokenization.reverseString(arn).mapTokens({ mapToken: () => unknownPiece });
  return String(placeholders.join({ join: (left, right) => `${String(left)}${String(right)}` }));
}

/** `AWS::S3::Bucket.Arn` where the ARN starts with that attribute of a bucket. */
function leadingResource(arn: string): string | undefined {
  if (!Token.isUnresolved(arn) || !withPlaceholders(arn).startsWith(unknownPiece)) return undefined;
  const [token] = Tokenization.reverseString(arn).tokens;
  if (!Reference.isReference(token) || !CfnResource.isCfnResource(token.target)) return undefined;
  return `${token.target.cfnResourceType}.${token.displayName}`;
}
