// Synthesizes the bookstore and its raw twin with the CDK's own command line, and shows what the gate says.
// Fails if the secure app has an open finding, or if the raw twin gets through.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acknowledged, closingTable, findingsByRule, headline } from './demo-report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const newest = process.argv.includes('--newest');
const home = newest ? join(root, 'test', '.newest') : root;
const output = join(root, '.demo', newest ? 'newest' : 'floor');

if (newest) {
  const { status } = spawnSync(process.execPath, ['projenrc/ensure-installed.mjs', 'test/.newest'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const versionOf = (name) => createRequire(join(home, 'package.json'))(`${name}/package.json`).version;
console.log(headline(['aws-cdk-lib', 'constructs', 'cdk-nag'].map((name) => `${name} ${versionOf(name)}`)));

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const [raw, secure] = await Promise.all([
  synthesize('bookstore-raw', ({ pluginName }) => pluginName === 'ServerlessSecurity'),
  synthesize('bookstore', () => true),
]);

console.log(findingsByRule(raw, 'as people write it first, with plain L2s'));
console.log(findingsByRule(secure, 'the same app, with the constructs of this library'));
console.log(closingTable(raw, secure));
console.log(acknowledged(secure));

const wrong = [
  raw.exitCode === 0 && 'cdk synth let the raw twin through',
  raw.findings.length === 0 && 'no finding in the raw twin',
  ...[raw, secure].flatMap(({ brokenPlugins }) => brokenPlugins),
  secure.exitCode !== 0 && `cdk synth of the secure app exits ${secure.exitCode}`,
  secure.findings.length > 0 && `${secure.findings.length} open findings in the secure app`,
].filter(Boolean);
if (wrong.length > 0) {
  console.error(`demo failed: ${wrong.join('; ')}`);
  for (const app of [raw, secure].filter(({ crashed }) => crashed)) console.error(`\n${app.name}:\n${app.log}`);
  process.exit(1);
}
console.log('The raw twin is stopped at cdk synth, the secure app passes.');

async function synthesize(name, isShown) {
  const assembly = join(output, name);
  const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  const options = ['--output', assembly, '--quiet', '--no-lookups', '--no-notices', '--no-version-reporting', '--no-color'];
  const { exitCode, log } = await run(process.execPath, [cdk, 'synth', ...options], {
    cwd: join(root, 'examples', name),
    env: environment(),
  });
  const report = readJson(join(assembly, 'validation-report.json'));
  const manifest = readJson(join(assembly, 'manifest.json'));
  const plugins = report?.pluginReports ?? [];
  return {
    name,
    exitCode,
    log,
    crashed: report === undefined && exitCode !== 0,
    // The closing table counts.
    findings: plugins
      .filter(isShown)
      .flatMap(({ violations }) => violations)
      .filter(({ ruleName }) => ruleName !== 'findings-counted'),
    // A plugin that throws doesn't fail cdk synth, it only leaves this trace.
    brokenPlugins: plugins.flatMap(({ metadata }) => metadata?.error ?? []),
    acknowledged: plugins.flatMap(({ suppressedViolations = [] }) => suppressedViolations),
    resources: countResources(assembly, manifest),
  };
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, log }));
  });
}

/** Nobody's account, nobody's network: the demo says the same on every machine. */
function environment() {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK)_/i.test(name));
  const nowhere = join(output, 'no-credentials');
  const hook = newest ? [`--require=${JSON.stringify(join(root, 'examples', 'newest-peers.cjs'))}`] : [];
  return {
    ...Object.fromEntries(inherited),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CI: 'false',
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
    NODE_OPTIONS: [process.env.NODE_OPTIONS, ...hook].filter(Boolean).join(' '),
  };
}

function countResources(assembly, manifest) {
  return Object.values(manifest?.artifacts ?? {})
    .filter(({ type }) => type === 'aws:cloudformation:stack')
    .map(({ properties }) => readJson(join(assembly, properties.templateFile)))
    .reduce((sum, template) => sum + Object.keys(template?.Resources ?? {}).length, 0);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
