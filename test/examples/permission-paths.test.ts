import { join } from 'node:path';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { bookstore } from '../../examples/bookstore/app';
import { arnOf, can, roleOf } from '../../src/iam';
import type { ContextValue, PathOptions } from '../../src/iam';
import { Application } from '../../src/template';

const CREATE = 'CreateAuthor';
const STATS = 'BooksStats';
const TABLE = 'Authors';
const BUCKET = 'Portraits';
const KEY = 'SharedKey';

const tls = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };
const portrait: PathOptions = { below: '/portraits/author-1.png', context: tls };
const partition = 'arn:${AWS::Partition}';
const logGroup = `${partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:bookstore`;
/** Lambda says so of every request of the code; what it asks itself for the environment has no such key. */
const byCode: PathOptions = { context: { 'lambda:SourceFunctionArn': `${partition}:lambda:…:function:bookstore` } };
const encryptingFor = (arn: string): PathOptions => ({ context: { 'kms:EncryptionContext:aws:logs:arn': arn } });

/** Items with this partition key. */
const of = (key: string, context: PathOptions['context'] = {}): PathOptions => ({
  context: { 'dynamodb:LeadingKeys': [key], ...context },
});

const through = (service: string, context: PathOptions['context']): PathOptions => ({
  context: { ...byCode.context, 'kms:ViaService': `${service}.\${AWS::Region}.\${AWS::URLSuffix}`, ...context },
});
const throughS3 = through('s3', { 'kms:EncryptionContext:aws:s3:arn': '<Portraits>/portraits/author-1.png' });
const throughDynamo = through('dynamodb', {
  'kms:EncryptionContext:aws:dynamodb:tableName': '<Authors>',
  'kms:EncryptionContext:aws:dynamodb:subscriberId': '${AWS::AccountId}',
});

type Case = [decision: string, who: string, action: string, on: string, options?: PathOptions];

/** What has to work for the two routes to answer, and next to each what must not. */
const cases: Case[] = [
  ['allowed', CREATE, 'dynamodb:PutItem', TABLE, of('AUTHOR#1')],
  ['allowed', CREATE, 'dynamodb:UpdateItem', TABLE, of('STATS')],
  ['denied', CREATE, 'dynamodb:PutItem', TABLE, of('SETTINGS')],
  ['denied', CREATE, 'dynamodb:PutItem', TABLE],
  ['denied', CREATE, 'dynamodb:PutItem', TABLE, of('AUTHOR#1', { 'dynamodb:ReturnValues': 'ALL_OLD' })],
  ['denied', CREATE, 'dynamodb:GetItem', TABLE],
  ['denied', CREATE, 'dynamodb:Scan', TABLE],
  ['denied', CREATE, 'dynamodb:DeleteItem', TABLE],
  ['denied', CREATE, 'dynamodb:DeleteTable', TABLE],
  ['allowed', CREATE, 's3:PutObject', BUCKET, portrait],
  ['denied', CREATE, 's3:PutObject', BUCKET, { ...portrait, below: '/elsewhere/author-1.png' }],
  ['denied', CREATE, 's3:PutObject', BUCKET, { ...portrait, context: { 'aws:SecureTransport': 'false' } }],
  ['denied', CREATE, 's3:GetObject', BUCKET, portrait],
  ['denied', CREATE, 's3:DeleteObject', BUCKET, portrait],
  ['denied', CREATE, 's3:PutBucketPolicy', BUCKET, { context: tls }],
  ['denied', CREATE, 's3:PutObject', 'AccessLogs', portrait],
  ['allowed', CREATE, 'kms:GenerateDataKey', KEY, throughS3],
  ['allowed', CREATE, 'kms:Decrypt', KEY, throughS3],
  ['allowed', CREATE, 'kms:Decrypt', KEY, throughDynamo],
  ['denied', CREATE, 'kms:GenerateDataKey', KEY, byCode],
  ['denied', CREATE, 'kms:Decrypt', KEY, byCode],
  ['denied', CREATE, 'kms:ScheduleKeyDeletion', KEY],
  ['denied', CREATE, 'kms:PutKeyPolicy', KEY],
  ['allowed', CREATE, 'logs:PutLogEvents', 'CreateAuthor/LogGroup', { below: ':log-stream:today' }],
  ['denied', CREATE, 'logs:PutLogEvents', 'BooksStats/LogGroup', { below: ':log-stream:today' }],
  ['denied', CREATE, 'logs:DeleteLogGroup', 'CreateAuthor/LogGroup'],
  ['denied', CREATE, 'lambda:InvokeFunction', STATS],

  ['allowed', STATS, 'dynamodb:GetItem', TABLE, of('STATS')],
  ['denied', STATS, 'dynamodb:GetItem', TABLE, of('AUTHOR#1')],
  ['denied', STATS, 'dynamodb:PutItem', TABLE],
  ['denied', STATS, 'dynamodb:Scan', TABLE],
  ['allowed', STATS, 'kms:Decrypt', KEY, throughDynamo],
  ['denied', STATS, 'kms:Decrypt', KEY, throughS3],
  ['denied', STATS, 'kms:Decrypt', KEY, byCode],
  ['denied', STATS, 'kms:Encrypt', KEY],
  ['denied', STATS, 's3:GetObject', BUCKET, portrait],
  ['denied', STATS, 's3:PutObject', BUCKET, portrait],

  ['allowed', 'logs.${AWS::Region}.amazonaws.com', 'kms:Encrypt', KEY, encryptingFor(logGroup)],
  ['allowed', 'logs.${AWS::Region}.amazonaws.com', 'kms:GenerateDataKey', KEY, encryptingFor(logGroup)],
  [
    'denied',
    'logs.${AWS::Region}.amazonaws.com',
    'kms:Decrypt',
    KEY,
    encryptingFor(`${partition}:logs:\${AWS::Region}:\${OtherAccount}:log-group:bookstore`),
  ],
  ['denied', 'logs.${AWS::Region}.amazonaws.com', 'kms:PutKeyPolicy', KEY, encryptingFor(logGroup)],
  ['denied', 'apigateway.amazonaws.com', 'kms:Decrypt', KEY],
];

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
])('the bookstore %s', (_, context) => {
  const assembly = bookstore({
    context: { ...context, 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true },
  }).synth();
  const app = Application.load([join(assembly.directory, 'Bookstore.template.json')]);

  function resource(path: string, child = 'Resource') {
    const found = app.resources.find(({ constructPath }) => constructPath === `Bookstore/${path}/${child}`);
    if (!found) throw new Error(`there is no resource at Bookstore/${path}/${child}`);
    return found;
  }

  /** `<Portraits>` stands for the ARN of the bucket, `<Authors>` for the name of the table. */
  function named(value: ContextValue): ContextValue {
    if (typeof value !== 'string') return value;
    return value
      .replace('<Portraits>', arnOf(resource(BUCKET)))
      .replace('<Authors>', `\${${resource(TABLE).logicalId}}`);
  }

  test.each(cases)('%s: %s does %s to %s', (decision, who, action, on, options = {}) => {
    const principal = who.includes('.') ? who : roleOf(resource(who))!;
    const said = Object.entries(options.context ?? {}).map(([key, value]) => [key, named(value)]);
    const request = { ...options, context: Object.fromEntries(said) as PathOptions['context'] };
    expect(can(app, principal, action, resource(on), request)).toMatchObject({ decision });
  });

  const invokers = { [CREATE]: 'POST/author', [STATS]: 'GET/booksStats' };
  const routes = Object.values(invokers);

  test.each(
    Object.entries(invokers).flatMap(([name, own]) => routes.map((route) => [name, route, route === own] as const)),
  )('API Gateway may invoke %s for %s: %p', (name, route, isOwn) => {
    const [api, stage] = [app.ofType('AWS::ApiGateway::RestApi')[0], app.ofType('AWS::ApiGateway::Stage')[0]];
    const path = `\${${stage.logicalId}}/${route}`;
    const source = `${partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api.logicalId}}/${path}`;
    const invokeFor = (sourceArn: string) =>
      can(app, 'apigateway.amazonaws.com', 'lambda:InvokeFunction', resource(name), {
        context: { 'aws:SourceAccount': '${AWS::AccountId}', 'aws:SourceArn': sourceArn },
      });
    expect(invokeFor(source)).toMatchObject({ decision: isOwn ? 'allowed' : 'denied' });
    expect(invokeFor(source.replace(api.logicalId, 'OtherApi'))).toMatchObject({ decision: 'denied' });
  });
});
