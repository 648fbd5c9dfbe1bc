import { arnFormats } from '../../../facts/arn-formats';
import { arnOf } from '../../../iam/reference-text';
import { Reference, Text, Unknown } from '../../../template';
import type { Application, Resolved } from '../../../template';
import { onceForApplication } from '../../../template/once';

/**
 * What begins with the ARN of one and belongs to it, of types whose names people choose; `''` where nothing does.
 *
 * The ARN of a secret or a key ends in what nobody chooses, and that of a log group with `:*`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const below: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket': '/*',
  'AWS::DynamoDB::Table': '/index/*',
  'AWS::DynamoDB::GlobalTable': '/index/*',
  'AWS::Lambda::Function': ':*',
  'AWS::StepFunctions::StateMachine': ':*',
  'AWS::Kinesis::Stream': '/consumer/*',
  'AWS::SQS::Queue': '',
  'AWS::SNS::Topic': '',
  'AWS::Events::EventBus': '',
  'AWS::KinesisFirehose::DeliveryStream': '',
  'AWS::IAM::Role': '',
};

/** Literal ARNs that are told where the one without the wildcard stands beside them. */
const belowWritten: readonly [start: RegExp, below: string][] = [
  [/^arn:[^:]+:s3:::[^/*?]+$/, '/*'],
  [/^arn:[^:]+:dynamodb:[^:]*:[^:]*:table\/[^/*?]+$/, '/index/*'],
  [/^arn:[^:]+:lambda:[^:]*:[^:]*:function:[^:*?]+$/, ':*'],
];

/** A name that a wildcard follows. */
export interface NameGoingOn {
  /** The ARN up to there. */
  readonly exact: string;
  /** What begins so and belongs to it. */
  readonly below: string;
}

/** Where the wildcard follows the ARN, or the name, of one resource of the app. */
export function goesOnAfterResource(resource: Resolved | undefined, app: Application): NameGoingOn | undefined {
  const parts = resource instanceof Text ? resource.parts : [];
  const at = parts.findIndex((part, index) => part instanceof Reference && startsWithWildcard(parts[index + 1]));
  const named = parts[at];
  const start = parts.slice(0, at).join('');
  if (named instanceof Reference && isNameOf(named, start)) {
    return { exact: `${start}${named}`, below: below[named.resource.type] };
  }
  const exact = upToWildcard(String(resource)) ?? '';
  const bucket = bucketIn(exact);
  if (bucket === undefined) return undefined;
  const names = bucketNames(app).filter((name) => name?.startsWith(bucket));
  // A second bucket that begins so is what the wildcard was written for.
  return names.length === 1 && names[0] === bucket ? { exact, below: '/*' } : undefined;
}

/** Where the wildcard follows an ARN that the same statement names by itself, or with what is below it. */
export function goesOnAfterWritten(resource: string, others: readonly string[]): NameGoingOn | undefined {
  const exact = upToWildcard(resource);
  if (exact === undefined) return undefined;
  const [, under] = belowWritten.find(([start]) => start.test(exact)) ?? [];
  return under !== undefined && others.includes(exact) ? { exact, below: under } : undefined;
}

/** The name of a bucket that a wildcard follows, of which nobody can tell whether it is the whole name. */
export function bucketThatGoesOn(resource: string): string | undefined {
  const exact = upToWildcard(resource);
  // `orders-*` are the buckets of one family.
  return exact && /^arn:[^:]+:s3:::[^/*?]*[a-z\d}]$/.test(exact) ? exact : undefined;
}

/** Whether a wildcard follows what is not known: `${BucketArn}*`, `arn:aws:s3:::${Name}*`. */
export function mayGoOn(resource: Resolved | undefined): boolean {
  if (!(resource instanceof Text)) return false;
  const at = resource.parts.findIndex((part) => part instanceof Unknown);
  const start = resource.parts.slice(0, at).join('');
  return at >= 0 && startsWithWildcard(resource.parts[at + 1]) && /^(arn:.+:s3:::)?$/.test(start);
}

function startsWithWildcard(part: unknown): boolean {
  return typeof part === 'string' && /^[*?]/.test(part);
}

function upToWildcard(resource: string): string | undefined {
  const at = resource.search(/[*?]/);
  return at > 0 && /^[*?]+(\/\*)?$/.test(resource.slice(at)) ? resource.slice(0, at) : undefined;
}

function isNameOf({ resource: { type }, attribute }: Reference, start: string): boolean {
  if (!Object.hasOwn(below, type)) return false;
  const { format, name, arns = ['Arn'] } = arnFormats[type];
  if (start === '') return arns.includes(attribute);
  const [given, wanted] = [start, format.slice(0, format.indexOf('<name>'))].map(fieldsOf);
  return attribute === name && given[2] === wanted[2] && given.slice(5).join(':') === wanted.slice(5).join(':');
}

function fieldsOf(arn: string): readonly string[] {
  return arn.replace(/\$\{[^}]*\}/g, '-').split(':');
}

/** Of an ARN, whatever its partition; `undefined` where it is not that of a bucket. */
function bucketIn(arn: string): string | undefined {
  return /^arn:(?:\$\{AWS::Partition\}|[^:]*):s3:::([^/]+)$/.exec(arn)?.[1];
}

function bucketNames(app: Application): readonly (string | undefined)[] {
  return onceForApplication(app, namesOfBuckets);
}

function namesOfBuckets(app: Application): readonly (string | undefined)[] {
  return app.ofType('AWS::S3::Bucket').map((bucket) => bucketIn(arnOf(bucket)));
}
