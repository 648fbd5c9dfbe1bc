import { Alternatives, Reference, Text, Unknown } from './resolved';
import type { Resolved } from './resolved';

/** A piece of a string. */
export type TextPart = string | Reference | Unknown;

/** The simplest thing that says the same: a string, a reference, an unknown, or a text of several. */
export function textOf(parts: readonly TextPart[]): string | Reference | Unknown | Text {
  const merged: TextPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  if (merged.length === 0) return '';
  return merged.length === 1 ? merged[0] : new Text(merged);
}

/** The pieces of something that CloudFormation puts into a string; `undefined` for a list or an object. */
export function partsOf(value: Resolved | undefined): readonly TextPart[] | undefined {
  if (value instanceof Text) return value.parts;
  if (value instanceof Reference || value instanceof Unknown) return [value];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return undefined;
}

/** Pseudo-parameters in it are texts such as `${AWS::StackName}`. */
const dynamicReference = /\{\{resolve:(?:\$\{[^}]*\}|[^}])*\}\}/;

const plainParameter = /^\{\{resolve:ssm:([^:]+)\}\}$/;

/**
 * A string of the template; dynamic references in it are only known to CloudFormation.
 *
 * @param stored what the application itself stores in Parameter Store under a name
 */
export function literal(text: string, stored: (name: string) => Resolved | undefined): Resolved {
  if (!text.includes('{{resolve:')) return text;
  const parts: TextPart[] = [];
  let rest = text;
  for (let match = dynamicReference.exec(rest); match; match = dynamicReference.exec(rest)) {
    const name = plainParameter.exec(match[0])?.[1];
    const known = name === undefined ? undefined : stored(name);
    if (known !== undefined && match[0] === text) return known;
    const unknown = new Unknown('a dynamic reference is read at deployment', match[0]);
    parts.push(rest.slice(0, match.index), ...(partsOf(known) ?? [unknown]));
    rest = rest.slice(match.index + match[0].length);
  }
  return textOf([...parts, rest]);
}

const pseudoParameter = /(\$\{AWS::\w+\})/;

/**
 * Splits like `Fn::Split`; a pseudo-parameter such as `${AWS::Partition}` is one piece although it holds colons.
 *
 * `undefined` where a piece is only known after deployment and might hold the delimiter.
 */
export function splitText(value: Resolved | undefined, delimiter: string): Resolved[] | undefined {
  const parts = typeof value === 'string' ? [value] : value instanceof Text ? value.parts : undefined;
  if (delimiter === '' || !parts?.every((part) => typeof part === 'string' || isOnePiece(part, delimiter))) {
    return undefined;
  }
  const pieces: TextPart[][] = [[]];
  for (const part of parts.flatMap((one): TextPart[] =>
    typeof one === 'string' ? one.split(pseudoParameter) : [one],
  )) {
    const [first, ...more] = typeof part !== 'string' || pseudoParameter.test(part) ? [part] : part.split(delimiter);
    pieces.at(-1)!.push(first);
    pieces.push(...more.map((piece) => [piece]));
  }
  return pieces.map(textOf);
}

/** What `Ref` gives for these is an id of letters and digits, or the name of a stage: hyphens and underscores at most. */
const plainIds: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Stage',
]);

/**
 * Whether what is only known after deployment cannot hold the delimiter: the CDK takes the domain out of the URL of an API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
 */
function isOnePiece(part: Reference | Unknown, delimiter: string): boolean {
  return (
    /^[/:.]$/.test(delimiter) &&
    part instanceof Reference &&
    part.attribute === 'Ref' &&
    plainIds.has(part.resource.type)
  );
}

/** The JSON of a piece of a template, references in its strings and all; `undefined` where a piece may be anything. */
export function jsonText(value: Resolved | undefined): Resolved | undefined {
  const parts = jsonParts(value);
  return parts && textOf(parts);
}

function jsonParts(value: Resolved | undefined): readonly TextPart[] | undefined {
  if (value === undefined || value instanceof Unknown || value instanceof Alternatives) return undefined;
  const text = value instanceof Reference || value instanceof Text ? partsOf(value)! : undefined;
  if (text) return ['"', ...text.map((part) => (typeof part === 'string' ? escaped(part) : part)), '"'];
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  const isList = Array.isArray(value);
  const parts: TextPart[] = [];
  for (const [key, item] of Object.entries(value)) {
    const piece = jsonParts(item as Resolved);
    if (!piece) return undefined;
    parts.push(parts.length > 0 ? ',' : '', isList ? '' : `${JSON.stringify(key)}:`, ...piece);
  }
  return isList ? ['[', ...parts, ']'] : ['{', ...parts, '}'];
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
