import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, AssetStaging, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { readBundle } from '../src/permissions/bundle/read-bundle';

/**
 * How much longer it takes to bundle a function because its bundle is read: in one process, handler after handler and shape
 * after shape, as an app does it. Parser and tables are loaded by the first one that is read, which counts.
 *
 * In time of processors, that of esbuild too, because others may use the machine; and by the clock.
 */
const handlers = [
  'commands.ts',
  'document-client.ts',
  'paginators.ts',
  'transactions.ts',
  'powertools-parameter.ts',
  'aggregated.ts',
  'never-run.ts',
  'waiters.ts',
];
const parts: BundlingOptions = { bundleAwsSDK: true, format: OutputFormat.ESM, mainFields: ['module', 'main'] };
const shapes: Record<string, BundlingOptions> = {
  'the SDK outside': {},
  'the SDK outside, minified': { minify: true },
  'the SDK inside': { bundleAwsSDK: true },
  'the SDK inside, minified': { bundleAwsSDK: true, minify: true },
  'parts of the SDK inside': parts,
  'parts of the SDK inside, minified': { ...parts, minify: true },
};
const mostOfBundling = 0.2;

/** Milliseconds. */
interface Time {
  readonly processor: number;
  readonly clock: number;
}

interface Measured {
  readonly shape: string;
  readonly bundling: Time[];
  readonly reading: Time[];
}

const measured = Object.keys(shapes).map((shape): Measured => ({ shape, bundling: [], reading: [] }));
for (const handler of handlers) for (const one of measured) measure(handler, one);
const all = {
  shape: 'all of them',
  bundling: measured.flatMap(({ bundling }) => bundling),
  reading: measured.flatMap(({ reading }) => reading),
};
const report = `# Reading bundles

\`npx projen bench:bundle-reading\` bundles ${handlers.length} handlers of \`test/permissions/handlers\` with the CDK in each
shape and reads what comes out, by turns in one process. Reading may take ${mostOfBundling * 100} % of bundling.

| ${handlers.length} functions with | bundling | reading | more | more by the clock |
|---|---|---|---|---|
${[...measured, all].map(row).join('\n')}

Milliseconds of processors, those of esbuild among them.
`;
writeFileSync(join(__dirname, 'bundle-reading.md'), report);
console.log(report);
if (measured.some((one) => Math.max(share(one, 'processor'), share(one, 'clock')) > mostOfBundling)) {
  process.exitCode = 1;
}

function row(one: Measured): string {
  const times = [one.bundling, one.reading].map((list) => `${Math.round(sum(list, 'processor'))} ms`);
  const shares = (['processor', 'clock'] as const).map((by) => `${Math.round(share(one, by) * 100)} %`);
  return `| ${[one.shape, ...times, ...shares].join(' | ')} |`;
}

function measure(handler: string, { shape, bundling, reading }: Measured): void {
  const stack = new Stack(new App({ context: { 'aws:cdk:disable-stack-trace': true } }), 'Stack');
  const started = now();
  const fn = new NodejsFunction(stack, 'Fn', {
    entry: join(__dirname, '..', 'test', 'permissions', 'handlers', handler),
    runtime: lambda.Runtime.NODEJS_24_X,
    bundling: { ...shapes[shape], logLevel: 'error' as never },
  });
  const { absoluteStagedPath: folder } = fn.node.findChild('Code').node.findChild('Stage') as AssetStaging;
  const made = now();
  const file = ['index.js', 'index.mjs'].map((name) => join(folder, name)).find(existsSync)!;
  const { calls } = readBundle([{ name: 'index.js', text: readFileSync(file, 'utf8') }], 'handler');
  const end = now();
  if (calls.length === 0) throw new Error(`nothing was read of '${handler}' with ${shape}`);
  bundling.push(between(started, made));
  reading.push(between(made, end));
}

function now(): Time {
  return { processor: ofProcessors(), clock: performance.now() };
}

/** Of this process, and of those that it started and that have ended: Linux tells, in hundredths of a second. */
function ofProcessors(): number {
  const { user, system } = process.cpuUsage();
  const [, , , , , , , , , , , , , ofChildren, ofChildrenInSystem] = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (user + system) / 1000 + (Number(ofChildren) + Number(ofChildrenInSystem)) * 10;
}

function between(from: Time, to: Time): Time {
  return { processor: to.processor - from.processor, clock: to.clock - from.clock };
}

function sum(times: readonly Time[], by: keyof Time): number {
  return times.reduce((total, time) => total + time[by], 0);
}

function share({ bundling, reading }: Measured, by: keyof Time): number {
  return sum(reading, by) / sum(bundling, by);
}
