import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AuthorizationType, MockIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as ts from 'typescript';
import { ApiFirewall, SecureApi, SecureBucket, SecureFunction } from '../../src';

const root = join(__dirname, '..', '..');
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith('writing-rules'))
    .map((file) => join('docs', file)),
];

/** What a fragment may take for granted. */
const preamble = join(root, 'examples', 'readme-preamble.d.ts');
const preambleText = `
import type { App as TheApp, Stack as TheStack } from 'aws-cdk-lib';
import type { LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import type { Code as TheCode } from 'aws-cdk-lib/aws-lambda';
import type { SecureApi as Api, SecureBucket as Bucket, SecureFunction as Fn } from 'cdk-secure-serverless';
declare global {
  const app: TheApp; const stack: TheStack; const api: Api; const bucket: Bucket; const fn: Fn;
  const integration: LambdaIntegration; const code: TheCode; const iam: typeof import('aws-cdk-lib/aws-iam');
}`;

interface Block {
  readonly file: string;
  readonly document: string;
  readonly line: number;
  readonly text: string;
}

const blocks = documents.flatMap((document): Block[] => {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match, i) => ({
    document,
    file: join(root, 'examples', `${document.replace(/\W/g, '-')}-${i}.ts`),
    line: text.slice(0, match.index).split('\n').length,
    text: `${match[1]}\nexport {};\n`,
  }));
});

/** What the compiler says to all blocks together: loading the types of the CDK is what takes time. */
function compile(): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'examples', 'tsconfig.json'),
    { noUnusedLocals: false, isolatedModules: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => fail(messageText) },
  )!;
  const written = new Map([[preamble, preambleText], ...blocks.map(({ file, text }) => [file, text] as const)]);
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => written.has(file) || fileExists(file);
  host.readFile = (file) => written.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = written.get(file);
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...written.keys()], config.options, host);
  const ambient = program.getSemanticDiagnostics(program.getSourceFile(preamble));
  if (ambient.length > 0) {
    return ambient.map(({ messageText }) => `preamble: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  }
  return blocks.flatMap(({ file, document, line }) => {
    const source = program.getSourceFile(file)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ start, messageText }) =>
        `${document}:${line + 1 + source.getLineAndCharacterOfPosition(start!).line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

function fail(message: unknown): never {
  throw new Error(String(message));
}

test('every TypeScript example of the documents compiles against this version, because people paste them', () => {
  expect(blocks.length).toBeGreaterThan(0);
  expect(compile()).toEqual([]);
});

test('the README links to files that exist', () => {
  const links = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
  const missing = links
    .map(([, target]) => target)
    .filter((target) => !ts.sys.fileExists(join(root, target)) && !ts.sys.directoryExists(join(root, target)));
  expect(missing.map((target) => relative(root, join(root, target)))).toEqual([]);
});

describe('the resources that the README counts', () => {
  const inline = Code.fromInline('exports.handler = async () => {}');
  const code = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: inline };
  const signed = { authorizationType: AuthorizationType.IAM };
  const make: Record<string, { raw: (stack: Stack, id: string) => void; ours: (stack: Stack, id: string) => void }> = {
    SecureFunction: {
      raw: (stack, id) => new Function(stack, id, code),
      ours: (stack, id) => new SecureFunction(stack, id, code),
    },
    SecureBucket: {
      raw: (stack, id) => new Bucket(stack, id),
      ours: (stack, id) => new SecureBucket(stack, id),
    },
    SecureApi: {
      raw: (stack, id) => new RestApi(stack, id).root.addMethod('GET', new MockIntegration(), signed),
      ours: (stack, id) =>
        new SecureApi(stack, id, { waf: ApiFirewall.managed() }).root.addMethod('GET', new MockIntegration()),
    },
  };
  const readme = readFileSync(join(root, 'README.md'), 'utf8');

  test.each(Object.entries(make))('are those of %s', (name, { raw, ours }) => {
    const count = (...build: ((stack: Stack, id: string) => void)[]) => {
      const stack = new Stack(new App(), 'Stack');
      build.forEach((one, i) => one(stack, `Thing${i}`));
      return Object.keys((Template.fromStack(stack).toJSON() as { Resources: object }).Resources).length;
    };
    const row = new RegExp(`^\\| \`${name}\` +\\| +(\\d+) \\| +(\\d+) \\| +(\\d+) \\|$`, 'm').exec(readme);
    expect(row?.slice(1).map(Number)).toEqual([count(raw), count(ours), count(ours, ours) - count(ours)]);
  });
});
