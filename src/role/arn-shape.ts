import { CfnResource, Reference, Token, Tokenization } from 'aws-cdk-lib';
import { arnFormats } from '../facts/arn-formats';

/**
 * ARNs of attributes that are no resource of their own in CloudFormation, by type and attribute.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const attributes: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table.StreamArn': 'arn:${P}:dynamodb:${R}:${A}:table/${Table}/stream/${Label}',
  'AWS::DynamoDB::GlobalTable.StreamArn': 'arn:${P}:dynamodb:${R}:${A}:table/${Table}/stream/${Label}',
  'AWS::Kinesis::StreamConsumer.ConsumerARN': 'arn:${P}:kinesis:${R}:${A}:stream/${Stream}/consumer/${Name}:${Time}',
  'AWS::Kinesis::StreamConsumer.Ref': 'arn:${P}:kinesis:${R}:${A}:stream/${Stream}/consumer/${Name}:${Time}',
  'AWS::StepFunctions::Activity.Arn': 'arn:${P}:states:${R}:${A}:activity:${Name}',
  'AWS::StepFunctions::Activity.Ref': 'arn:${P}:states:${R}:${A}:activity:${Name}',
};

const unknownPiece = '${Token}';

/**
 * An ARN with `${…}` for the pieces that are only known after deployment, or `undefined` where that is its start.
 */
export function arnShape(arn: string): string | undefined {
  const text = withPlaceholders(arn);
  if (!text.startsWith(unknownPiece)) return text;
  const start = leadingResource(arn);
  const shape = start && shapeOf(start);
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

interface Attribute {
  readonly type: string;
  readonly name: string;
}

/** Of which resource the ARN starts with which attribute, such as `Arn` of a bucket. */
function leadingResource(arn: string): Attribute | undefined {
  if (!Token.isUnresolved(arn) || !withPlaceholders(arn).startsWith(unknownPiece)) return undefined;
  const [token] = Tokenization.reverseString(arn).tokens;
  if (!Reference.isReference(token) || !CfnResource.isCfnResource(token.target)) return undefined;
  return { type: token.target.cfnResourceType, name: token.displayName };
}

function shapeOf({ type, name }: Attribute): string | undefined {
  const attribute = `${type}.${name}`;
  if (Object.hasOwn(attributes, attribute)) return attributes[attribute];
  if (!Object.hasOwn(arnFormats, type)) return undefined;
  const { format, arns = ['Arn'] } = arnFormats[type];
  return arns.includes(name) ? format.replace('<name>', '${Name}') : undefined;
}
