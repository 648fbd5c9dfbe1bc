import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { App, FileSystem, Stack } from 'aws-cdk-lib';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { SecureStringParameter } from '../../src';

const sources = join(__dirname, '../../src/parameter');
const handler = join(sources, 'handler');
const runtime = ['@aws-sdk/client-ssm'];

let temp: string;

beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'parameter-package-'));
  compileTo(join(temp, 'handler'));
});

afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** As the build of the library does: one module of CommonJS for each file, and types beside it. */
function compileTo(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(handler)) {
    const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
    const { outputText } = transpileModule(readFileSync(join(handler, file), 'utf8'), { compilerOptions });
    writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), outputText);
    writeFileSync(join(folder, file.replace(/\.ts$/, '.d.ts')), 'export {};');
  }
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^;]*?from '([^']+)';/gm)].map(([, name]) => name);
}

test('the code of the function imports Node, the SDK of the runtime and itself, because nothing else is with it in Lambda', () => {
  for (const file of readdirSync(handler)) {
    for (const name of importsOf(join(handler, file))) {
      const isOwn = name.startsWith('./') && dirname(resolve(handler, name)) === handler;
      expect([file, name, isOwn || name.startsWith('node:') || runtime.includes(name)]).toEqual([file, name, true]);
    }
  }
});

test('the construct loads nothing of the function that needs the SDK, because who installs the library has none', () => {
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const name of importsOf(file)) {
      expect(runtime).not.toContain(name);
      if (name.startsWith('./')) load(`${resolve(dirname(file), name)}.ts`);
    }
  };
  load(join(sources, 'secure-string-parameter.ts'));
  expect([...loaded].some((file) => file.includes('/handler/'))).toBe(true);
});

test('the code runs as it is shipped, with nothing beside it but the SDK', () => {
  const sdk = join(temp, 'node_modules/@aws-sdk/client-ssm');
  mkdirSync(sdk, { recursive: true });
  writeFileSync(
    join(sdk, 'index.js'),
    `exports.SSMClient = class { async send(command) { process.stdout.write(command.constructor.name + ' '); return { Version: 1 }; } };
     for (const name of ['PutParameter', 'GetParameter', 'GetParameterHistory', 'DeleteParameter', 'AddTagsToResource', 'ListTagsForResource']) {
       exports[name + 'Command'] = { [name]: class { constructor(input) { this.input = input; } } }[name];
     }`,
  );
  const event = {
    RequestType: 'Create',
    ResponseURL: 'https://127.0.0.1:1/',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Password',
    ResourceProperties: { Name: '/a', KeyId: 'key', Source: 'generated', Length: '32' },
  };
  const script = `require('./handler').handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 0 })
    .then(() => console.log('answered'), ({ message }) => console.log(message))`;
  const output = execFileSync(process.execPath, ['-e', script], { cwd: temp, encoding: 'utf8' });
  expect(output).toBe('PutParameter CloudFormation did not get the answer: ECONNREFUSED\n');
});

test('the code has the same hash wherever it lies, so that a build on another machine changes no function', () => {
  const elsewhere = join(temp, 'another folder');
  cpSync(join(temp, 'handler'), elsewhere, { recursive: true });
  const hash = (folder: string) => FileSystem.fingerprint(folder, { exclude: ['*.d.ts'] });
  expect(hash(elsewhere)).toBe(hash(join(temp, 'handler')));
  writeFileSync(join(elsewhere, 'index.d.ts'), 'export declare const handler: unknown;');
  expect(hash(elsewhere)).toBe(hash(join(temp, 'handler')));
});

test('the asset holds the code, and stays the same when it is synthesized again', () => {
  const assetOf = () => {
    const stack = new Stack(new App(), 'Stack');
    new SecureStringParameter(stack, 'Password');
    const assembly = (stack.node.root as App).synth();
    const { Resources: resources } = assembly.stacks[0].template as {
      Resources: Record<string, { Properties: { Code?: { S3Key: string } } }>;
    };
    const key = Object.values(resources)
      .map(({ Properties }) => Properties?.Code?.S3Key)
      .find(Boolean)!;
    return { key, files: readdirSync(join(assembly.directory, `asset.${key.replace('.zip', '')}`)) };
  };
  const { key, files } = assetOf();
  expect(files.map((file) => file.replace(/\.[jt]s$/, ''))).toEqual(
    readdirSync(handler).map((file) => file.replace(/\.ts$/, '')),
  );
  expect(assetOf().key).toBe(key);
});
