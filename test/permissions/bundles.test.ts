import { readBundle } from '../../src/permissions/bundle/read-bundle';

const read = (...texts: string[]) =>
  readBundle(
    texts.map((text, i) => ({ name: i === 0 ? 'index.js' : `chunk-${i}.js`, text })),
    'handler',
  );
const names = (operations: readonly { client: string; operation: string }[]) =>
  operations.map(({ client, operation }) => `${client}:${operation}`);

const require3 = `var s3 = require("@aws-sdk/client-s3");`;

describe('what cannot be read is said, and nothing is guessed', () => {
  test.each<[string, string, string | undefined, string]>([
    ['syntax of tomorrow', 'const a = match (b) { when 1 -> 2 };', undefined, "'index.js' cannot be parsed"],
    ['deep nesting', `exports.handler = ${'('.repeat(200_000)}1${')'.repeat(200_000)};`, undefined, 'cannot be parsed'],
    ['more than a person would ship', `${require3}\n${'//'.padEnd(13_000_000, 'x')}`, undefined, 'too long'],
    [
      'a module of a layer',
      'exports.handler = require("/opt/nodejs/shared").handler;',
      undefined,
      "'/opt/nodejs/shared'",
    ],
    [
      'a module that a layer may bring',
      'import { call } from "shared"; export const handler = call;',
      undefined,
      "'shared'",
    ],
    [
      'the SDK of before',
      'var aws = require("aws-sdk"); exports.handler = () => new aws.S3().getObject();',
      undefined,
      "'aws-sdk'",
    ],
    [
      'requests that the code signs',
      'import { SignatureV4 } from "@smithy/signature-v4"; export const handler = () => new SignatureV4();',
      undefined,
      'signature-v4',
    ],
    [
      'a client that is newer than the table',
      'var a = require("@aws-sdk/client-tomorrow"); exports.handler = () => new a.DoCommand();',
      'tomorrow',
      'client-tomorrow',
    ],
    [
      'a command that is newer than the table',
      `${require3} exports.handler = () => new s3.TeleportObjectCommand();`,
      's3',
      'TeleportObjectCommand',
    ],
    [
      'a name of a module that is made when it runs',
      'exports.handler = (event) => require(event.name);',
      undefined,
      'loads modules by names',
    ],
    [
      'an import of such a name',
      'export const handler = (event) => import(`./${event.name}.js`);',
      undefined,
      'loads modules by names',
    ],
    [
      'a command whose name is made when it runs',
      `${require3} exports.handler = (e) => new s3[e.name + "Command"]();`,
      's3',
      'makes the name',
    ],
    [
      'all of a client that goes somewhere',
      `${require3} exports.handler = () => globalThis.run(s3);`,
      's3',
      'passes on all',
    ],
    [
      'the rest of a client',
      `const { S3Client, ...others } = require("@aws-sdk/client-s3"); exports.handler = (e) => new others[e]();`,
      's3',
      'makes the name',
    ],
  ])('%s', (_, text, client, because) => {
    const { unread, calls } = read(text);
    expect(calls).toEqual([]);
    expect(unread).toContainEqual({
      ...(client === undefined ? {} : { client }),
      because: expect.stringContaining(because),
    });
  });
});

describe('what is called', () => {
  test.each<[string, string, string[]]>([
    [
      'by a class that the SDK of last year is written as',
      'var x = class extends Command.classBuilder().ep({}).s("AmazonSQS", "SendMessage", {}).n("SQSClient", "SendMessageCommand").build() {}; exports.handler = () => new x({});',
      ['sqs:SendMessage'],
    ],
    [
      'through helpers of TypeScript',
      'var tslib_1 = require("tslib"); var s3 = tslib_1.__importStar(require("@aws-sdk/client-s3")); exports.handler = async () => new s3.GetObjectCommand({});',
      ['s3:GetObject'],
    ],
    ['by a name in brackets', `${require3} exports.handler = () => new s3["GetObjectCommand"]({});`, ['s3:GetObject']],
    [
      'by a client that is made later',
      'let s3; const { S3 } = require("@aws-sdk/client-s3"); exports.handler = async () => { s3 ??= new S3({}); return s3.getObject({}); };',
      ['s3:GetObject'],
    ],
    [
      'on one of two clients',
      'const { S3 } = require("@aws-sdk/client-s3"); const { SQS } = require("@aws-sdk/client-sqs"); exports.handler = (e) => (e ? new S3() : new SQS()).listQueues();',
      ['sqs:ListQueues'],
    ],
    [
      'in a subclass of a client',
      'const { S3 } = require("@aws-sdk/client-s3"); class Own extends S3 {} exports.handler = () => new Own().headBucket({});',
      [],
    ],
    [
      'by a command that is made by a function',
      `${require3} const get = (Key) => new s3.GetObjectCommand({ Key }); exports.handler = () => get("k");`,
      ['s3:GetObject'],
    ],
    [
      'behind a source map',
      `${require3} exports.handler = () => new s3.GetObjectCommand({});\n//# sourceMappingURL=data:application/json;base64,bmV3IHMzLlB1dE9iamVjdENvbW1hbmQ=`,
      ['s3:GetObject'],
    ],
    [
      'behind a banner',
      'import { createRequire as r } from "module"; const require = r(import.meta.url); const s3 = require("@aws-sdk/client-s3"); export const handler = () => new s3.GetObjectCommand({});',
      ['s3:GetObject'],
    ],
    [
      'with powertools of a layer',
      'import { getParametersByName } from "@aws-lambda-powertools/parameters/ssm"; export const handler = () => getParametersByName({});',
      ['ssm:GetParameters'],
    ],
    [
      'with a provider of a layer',
      'import { DynamoDBProvider } from "@aws-lambda-powertools/parameters/dynamodb"; const p = new DynamoDBProvider({}); export const handler = () => p.getMultiple("k");',
      ['dynamodb:Query'],
    ],
    [
      'in a form that a browser sends',
      'import { createPresignedPost } from "@aws-sdk/s3-presigned-post"; export const handler = () => createPresignedPost();',
      ['s3:PutObject'],
    ],
    ['by nobody: it is compared', `${require3} exports.handler = (e) => e instanceof s3.PutObjectCommand;`, []],
    [
      'by nobody: it is exported for others',
      `${require3} exports.PutObjectCommand = s3.PutObjectCommand; exports.handler = () => 1;`,
      [],
    ],
    ['by nobody: a property of the same name', 'exports.handler = (e) => new e.PutObjectCommand({});', []],
  ])('%s', (_, text, calls) => {
    expect(names(read(text).calls)).toEqual(calls);
  });

  test('what only an unknown caller could run may be called', () => {
    const { calls, mayCall } = read(
      `${require3} exports.other = () => new s3.PutObjectCommand({}); exports.handler = () => 1;`,
    );
    expect([names(calls), names(mayCall)]).toEqual([[], ['s3:PutObject']]);
  });

  test('the files of one bundle are read together', () => {
    const { calls, unread } = read(
      'import { get } from "./chunk-1.js"; export const handler = get;',
      'import { GetObjectCommand } from "@aws-sdk/client-s3"; export const get = () => new GetObjectCommand({});',
    );
    expect(unread).toEqual([]);
    expect(names(calls)).toEqual(['s3:GetObject']);
  });

  test('packages that stand beside the bundle call nothing if none of them can', () => {
    const files = [{ name: 'index.js', text: 'exports.handler = require("sharp");' }];
    expect(readBundle(files, 'handler', new Set(['sharp', 'color'])).unread).toEqual([]);
    expect(readBundle(files, 'handler', new Set(['sharp', '@aws-sdk/core'])).unread).toHaveLength(1);
  });
});
