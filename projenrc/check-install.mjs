// What a stranger does: packs the library, installs it next to its peers into an empty folder outside of the
// repository, and synthesizes two apps there, one that is secure and one that is not.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { name, main, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const LARGEST_UNPACKED = 5 * 1024 * 1024;
/** The code of functions, which no import reaches. */
const handlers = ['parameter', 'egress'].map((room) => `lib/${room}/handler/index.js`);

const temp = mkdtempSync(join(tmpdir(), 'check-install-'));
const stranger = join(temp, 'app');
mkdirSync(stranger);

try {
  const tarball = pack();
  install(tarball);
  importsAreLazy();
  worksAsModuleOfBothKinds();
  typeChecks();
  secureAppSynthesizes();
  insecureAppDoesNot();
} catch (error) {
  console.error(`check-install: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(temp, { recursive: true, force: true, maxRetries: 3 });
}

function pack() {
  const [{ filename, files, unpackedSize }] = JSON.parse(
    must(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', temp], root), 'npm pack').stdout,
  );
  const paths = files.map(({ path }) => path);
  for (const needed of [main, main.replace(/\.js$/, '.d.ts'), '.jsii', '.jsii.gz', 'README.md', 'LICENSE', ...handlers]) {
    if (!paths.includes(needed)) throw new Error(`the tarball lacks ${needed}: run 'npx projen compile' first`);
  }
  const stray = paths.filter((path) => !/^(lib\/|node_modules\/|[^/]+$)/.test(path) || (/\.ts$/.test(path) && !/\.d\.ts$/.test(path)));
  if (stray.length > 0) throw new Error(`the tarball holds what nobody needs: ${stray.slice(0, 5).join(', ')}`);
  if (unpackedSize > LARGEST_UNPACKED) throw new Error(`the tarball unpacks to ${unpackedSize} bytes, more than 5 MB`);
  passed(`${paths.length} files, ${(unpackedSize / 1024 / 1024).toFixed(1)} MB unpacked`);
  return join(temp, filename);
}

function install(tarball) {
  const peers = ['aws-cdk-lib', 'constructs', 'cdk-nag', 'typescript', 'ts-node', '@types/node'];
  write('package.json', JSON.stringify({ name: 'stranger', private: true, version: '1.0.0' }));
  const versions = peers.map((peer) => `${peer}@${devDependencies[peer]}`);
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  must(npm(['install', ...options, tarball, ...versions], stranger), 'npm install');
  passed(`installs next to ${versions.slice(0, 3).join(', ')}`);
}

function importsAreLazy() {
  write(
    'lazy.cjs',
    `const { App, Stack } = require('aws-cdk-lib');
     const { SecureApi, SecureBucket, SecureFunction } = require('${name}');
     // Half of what importing them would take.
     const ec2 = Object.keys(require.cache).filter((file) => /aws-ec2[\\\\/]lib[\\\\/]ec2.generated/.test(file));
     if (ec2.length > 0 || !SecureApi || !SecureFunction) throw new Error('loaded for constructs without a network: ' + ec2);
     new SecureBucket(new Stack(new App(), 'Stack'), 'Bucket');
     const home = require('node:path').dirname(require.resolve('${name}/package.json'));
     const rooms = ['rules', 'pack', 'template'].map((room) => require('node:path').join(home, 'lib', room));
     const loaded = Object.keys(require.cache).filter((file) => /[\\\\/]cdk-nag[\\\\/]/.test(file) || rooms.some((room) => file.startsWith(room)));
     if (loaded.length > 0) throw new Error('loaded with a construct: ' + loaded.slice(0, 3).join(', '));`,
  );
  must(node(['lazy.cjs']), 'making a construct without the gate');
  passed('a construct loads neither cdk-nag nor the rules, and without a network nothing of EC2');
  write(
    'gate.cjs',
    `const { App } = require('aws-cdk-lib');
     const { ServerlessSecurityChecks } = require('${name}');
     const gate = new ServerlessSecurityChecks(new App(), { strict: true });
     const { NagPack } = require('cdk-nag/lib/nag-pack');
     if (!(gate instanceof NagPack)) throw new Error('the gate is no pack of cdk-nag');
     const loaded = Object.keys(require.cache).filter((file) => /[\\\\/](cdk-nag[\\\\/]lib[\\\\/](rules|packs)|yaml)[\\\\/]/.test(file));
     if (loaded.length > 0) throw new Error('loaded with the gate: ' + loaded.slice(0, 3).join(', '));
     const missing = ${JSON.stringify(ruleIds())}.filter((id) => !gate.ruleIds.includes(id));
     if (missing.length > 0) throw new Error('rules that are not shipped: ' + missing.join(', '));
     if (!(gate instanceof require('cdk-nag').NagPack)) throw new Error('cdk-nag has two classes of packs');`,
  );
  must(node(['gate.cjs']), 'making the gate');
  passed('the gate has every rule, and loads none of cdk-nag');
}

/** What the sources have, by the names of their files. */
function ruleIds() {
  const registry = readFileSync(join(root, 'src', 'rules', 'registry.generated.ts'), 'utf8');
  const ids = [...registry.matchAll(/ from '\.\/.*\/([^/']+)';/g)].map(([, id]) => id);
  if (ids.length === 0) throw new Error('no rule was found in the registry');
  return ids;
}

function worksAsModuleOfBothKinds() {
  const use = 'if (typeof SecureFunction !== "function" || typeof ServerlessSecurityChecks !== "function") throw new Error("not a class");';
  write('module.cjs', `const { SecureFunction, ServerlessSecurityChecks } = require('${name}');\n${use}`);
  write('module.mjs', `import { SecureFunction, ServerlessSecurityChecks } from '${name}';\n${use}`);
  must(node(['module.cjs']), 'require() from CommonJS');
  must(node(['module.mjs']), 'import from an ES module');
  passed('can be required and imported');
}

function typeChecks() {
  write('secure.ts', app(''));
  write('insecure.ts', app("new RawFunction(stack, 'Raw', code).addFunctionUrl({ authType: FunctionUrlAuthType.NONE });"));
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'ES2022',
        module: 'node16',
        moduleResolution: 'node16',
        esModuleInterop: true,
        types: ['node'],
        noEmit: true,
      },
      files: ['secure.ts', 'insecure.ts'],
    }),
  );
  must(node([join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.']), 'tsc --strict');
  passed('type-checks with strict, the shipped declarations included');
}

function secureAppSynthesizes() {
  must(synthesize('secure.ts'), 'synthesis of the secure app');
  passed('an app of the three constructs synthesizes');
}

function insecureAppDoesNot() {
  const { status, stdout, stderr } = synthesize('insecure.ts');
  if (status === 0) throw new Error('the app with an open function URL was synthesized');
  const rule = 'lambda-url-auth-none';
  if (!`${stdout}${stderr}`.includes(rule)) throw new Error(`the insecure app failed, but not for ${rule}:\n${stderr.slice(-2000)}`);
  passed(`the same app with an open function URL does not: ${rule}`);
}

function app(insecure) {
  return `import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function as RawFunction, FunctionUrlAuthType, Runtime } from 'aws-cdk-lib/aws-lambda';
import { ApiFirewall, SecureApi, SecureBucket, SecureFunction, ServerlessSecurityChecks } from '${name}';

const app = new App();
const stack = new Stack(app, 'Stranger');
const bucket = new SecureBucket(stack, 'Bucket');
const code = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromInline('exports.handler = async () => {};') };
const fn = new SecureFunction(stack, 'Function', { ...code, timeout: Duration.seconds(5), memorySize: 256 });
bucket.grantRead(fn);
const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() });
api.root.addMethod('GET', new LambdaIntegration(fn));
${insecure}
Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
app.synth();
`;
}

function synthesize(file) {
  return node(['--require', 'ts-node/register/transpile-only', file]);
}

function npm(args, cwd) {
  return run('npm', args, { cwd, shell: process.platform === 'win32' });
}

function node(args) {
  return run(process.execPath, args, { cwd: stranger });
}

function run(command, args, options) {
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
  return spawnSync(command, args, { ...options, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function must(result, what) {
  if (result.error) throw new Error(`${what}: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${what} failed:\n${`${result.stdout}${result.stderr}`.slice(-3000)}`);
  return result;
}

function write(file, text) {
  writeFileSync(join(stranger, file), text);
}

function passed(what) {
  console.log(`ok  ${what}`);
}
