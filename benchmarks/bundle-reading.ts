import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, AssetStaging, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { readBundle } from '../src/permissions/bundle/read-bundle';

/**
 * How much longer it takes to bundle a function because its bundle is read: in one process, handler after handler, as an
 * app does it. Parser and tables are loaded by the first one that is read, which counts.
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
const shapes: Record<string, BundlingOptions> = {
  'the SDK outside': {},
  'the SDK outside, minified': { minify: true },
  'the SDK inside': { bundleAwsSDK: true },
  'the SDK inside, minified': { bundleAwsSDK: true, minify: true },
};
const mostOfBundling = 0.2;

interface Measured {
  readonly shape: string;
  readonly bundling: number;
  readonly reading: number;
}

const measured = Object.entries(shapes).map(([shape, bundling]) => measure(shape, bundling));
const all = { shape: 'all of them', bundling: sum('bundling'), reading: sum('reading') };
const row = ({ shape, bundling, reading }: Measured) =>
  `| ${shape} | ${Math.round(bundling)} ms | ${Math.round(reading)} ms | ${Math.round((reading / bundling) * 100)} % |`;
const report = `# Reading bundles

\`npx projen bench:bundle-reading\` bundles ${handlers.length} handlers of \`test/permissions/handlers\` with the CDK in each
shape and reads what comes out, in one process. Reading may take ${mostOfBundling * 100} % of bundling.

| ${handlers.length} functions with | bundling | reading | more |
|---|---|---|---|
${[...measured, all].map(row).join('\n')}
`;
writeFileSync(join(__dirname, 'bundle-reading.md'), report);
console.log(report);
if (all.reading > all.bundling * mostOfBundling) process.exitCode = 1;

function measure(shape: string, bundling: BundlingOptions): Measured {
  const stack = new Stack(new App({ context: { 'aws:cdk:disable-stack-trace': true } }), 'Stack');
  let [bundled, read] = [0, 0];
  for (const handler of handlers) {
    const started = process.hrtime.bigint();
    const fn = new NodejsFunction(stack, handler.replace(/\W/g, ''), {
      entry: join(__dirname, '..', 'test', 'permissions', 'handlers', handler),
      runtime: lambda.Runtime.NODEJS_24_X,
      bundling: { ...bundling, logLevel: 'error' as never },
    });
    const staging = fn.node.findChild('Code').node.findChild('Stage') as AssetStaging;
    const made = process.hrtime.bigint();
    const text = readFileSync(join(staging.absoluteStagedPath, 'index.js'), 'utf8');
    readBundle([{ name: 'index.js', text }], 'handler');
    const end = process.hrtime.bigint();
    bundled += Number(made - started) / 1e6;
    read += Number(end - made) / 1e6;
  }
  return { shape, bundling: bundled, reading: read };
}

function sum(what: 'bundling' | 'reading'): number {
  return measured.reduce((total, one) => total + one[what], 0);
}
