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

/** Milliseconds that loading every construct takes, once aws-cdk-lib and the modules of it that they extend are loaded. */
export function importTime(): number {
  const all = ['SecureApi', 'SecureBucket', 'SecureFunction', 'SecureKey', 'SecureLogGroup', 'ScopedRole'];
  const peers = [
    '',
    '/aws-apigateway',
    '/aws-dynamodb',
    '/aws-iam',
    '/aws-kms',
    '/aws-lambda',
    '/aws-lambda-nodejs',
  ].concat('/aws-logs', '/aws-s3', '/aws-s3-deployment', '/aws-sns', '/aws-sqs', '/aws-wafv2', '/custom-resources');
  return medianOf(() =>
    printedBy(`
      for (const peer of ${JSON.stringify(peers)}) {
        const loaded = require('aws-cdk-lib' + peer);
        for (const name of Object.keys(loaded)) try { loaded[name]; } catch {}
      }
      const start = process.hrtime.bigint();
      const library = require('cdk-secure-serverless');
      for (const name of ${JSON.stringify(all)}) if (!library[name]) throw new Error(name);
      console.log(Number(process.hrtime.bigint() - start) / 1e6);
    `),
  );
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
