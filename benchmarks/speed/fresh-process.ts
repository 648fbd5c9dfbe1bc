import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { medianOf } from './median';

const root = resolve(__dirname, '..', '..');

/** What a script prints as a number, in a process of its own. */
function printedBy(script: string, ...flags: readonly string[]): number {
  const typescript = resolve(__dirname, '..', 'typescript.cjs');
  const output = execFileSync(process.execPath, ['--require', typescript, ...flags, '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CDK_VALIDATION: 'false' },
  });
  return Number(output.trim().split('\n').at(-1));
}

const constructs = ['SecureApi', 'SecureBucket', 'SecureFunction', 'SecureKey', 'SecureLogGroup', 'ScopedRole'];
const peers = [
  ...['', '/aws-apigateway', '/aws-dynamodb', '/aws-iam', '/aws-kms', '/aws-lambda', '/aws-lambda-nodejs', '/aws-logs'],
  ...['/aws-s3', '/aws-s3-deployment', '/aws-sns', '/aws-sqs', '/aws-wafv2', '/custom-resources'],
];

/** Loads what an app has loaded, with every class of the modules of aws-cdk-lib that ours extend. */
const loaded = `
  for (const peer of ${JSON.stringify(peers)}) {
    const loaded = require('aws-cdk-lib' + peer);
    for (const name of Object.keys(loaded)) try { loaded[name]; } catch {}
  }`;
const importOfConstructs = `
  const library = require('cdk-secure-serverless');
  for (const name of ${JSON.stringify(constructs)}) if (!library[name]) throw new Error(name);`;

/** Milliseconds of a script, once another ran. */
function timeOf(script: string, after: string): number {
  return medianOf(() =>
    printedBy(`
      ${after}
      const start = process.hrtime.bigint();
      ${script}
      console.log(Number(process.hrtime.bigint() - start) / 1e6);
    `),
  );
}

/** Milliseconds that loading every construct takes, once aws-cdk-lib and the modules of it that they extend are loaded. */
export function importTime(): number {
  return timeOf(importOfConstructs, loaded);
}

/** Milliseconds until there is a gate, in an app that has constructs of ours. */
export function gateTime(): number {
  const app = "const app = new (require('aws-cdk-lib').App)();";
  return timeOf('new library.ServerlessSecurityChecks(app);', [loaded, importOfConstructs, app].join('\n'));
}

/** The most memory that a process has which makes and synthesizes the generated app, in megabytes. */
export function peakMemory(resources: number, gate: boolean): number {
  return medianOf(() =>
    printedBy(`
      const { Validations } = require('aws-cdk-lib');
      const { generatedApplication } = require('./benchmarks/speed/generated-application.ts');
      const app = generatedApplication({ resources: ${resources}, insecure: false });
      if (${gate}) Validations.of(app).addPlugins(new (require('cdk-secure-serverless').ServerlessSecurityChecks)(app));
      app.synth();
      console.log(process.resourceUsage().maxRSS / 1024);
    `),
  );
}
