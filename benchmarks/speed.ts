import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { gateTime, importTime, peakMemory } from './speed/fresh-process';
import { generatedApplication } from './speed/generated-application';
import { measureApp } from './speed/measure-app';
import { packageSize } from './speed/package-size';
import { rawApplication } from './speed/raw-application';
import { isMet, speedReport } from './speed/report';
import type { NamedApp, Target } from './speed/report';
import { BookstoreStack } from '../examples/bookstore/bookstore-stack';
import { BookstoreStack as RawBookstoreStack } from '../examples/bookstore-raw/bookstore-stack';
import { ServerlessSecurityChecks } from 'cdk-secure-serverless';

// Core's own validation of templates is not what is measured here.
process.env.CDK_VALIDATION = 'false';

function measure(name: string, app: App): NamedApp {
  const measured = { name, ...measureApp(app) };
  const { plainSynth, ours, awsSolutions, serverless, findings } = measured;
  const times = [plainSynth, ours, awsSolutions + serverless].map((time) => `${time.toFixed()} ms`);
  console.log(`${name}: synth ${times[0]}, ours ${times[1]}, both other packs ${times[2]}, ${findings} findings`);
  return measured;
}

function measureExample(name: string, ExampleStack: new (scope: App, id: string) => unknown): NamedApp {
  const app = new App();
  new ExampleStack(app, 'Example');
  return measure(name, app);
}

function measureGenerated(resources: number, insecure = false): NamedApp {
  const name = `generated${insecure ? ', insecure' : ''}`;
  return measure(name, generatedApplication({ resources, insecure }));
}

const small = [
  measureExample('examples/bookstore', BookstoreStack),
  measureExample('examples/bookstore-raw', RawBookstoreStack),
  measureGenerated(500),
  measureGenerated(2_000),
];
const clean = measureGenerated(10_000);
const insecure = measureGenerated(10_000, true);
const raw = measure('raw', rawApplication(10_000));
const large = measureGenerated(40_000);

function overhead(what: string, { ours, plainSynth, awsSolutions, serverless }: NamedApp): Target[] {
  return [
    { what: `time over plain synth, ${what}`, got: ours / plainSynth, atMost: 0.12, unit: '%' },
    {
      what: `time over AwsSolutions + Serverless, ${what}`,
      got: ours / (awsSolutions + serverless),
      atMost: 0.1,
      unit: '%',
    },
  ];
}

const targets: Target[] = [
  {
    what: 'exponent from 10,000 to 40,000 resources',
    got: Math.log(large.ours / clean.ours) / Math.log(large.resources / clean.resources),
    atMost: 1.1,
  },
  ...overhead('10,000 resources without a finding', clean),
  ...overhead(`10,000 resources with ${insecure.findings} findings`, insecure),
  { what: 'import of the constructs without the gate, over aws-cdk-lib', got: importTime(), atMost: 60, unit: 'ms' },
  { what: 'loading and making the gate, over the constructs', got: gateTime(), atMost: 120, unit: 'ms' },
  {
    what: 'peak memory over plain synth, 10,000 resources',
    got: peakMemory(10_000, true) / peakMemory(10_000, false),
    atMost: 1.25,
  },
  { what: 'package, unpacked', got: packageSize(), atMost: 5, unit: 'MB' },
];

const report = speedReport({
  rules: new ServerlessSecurityChecks().ruleIds!.length,
  apps: [...small, clean, insecure, raw, large],
  targets,
});
writeFileSync(resolve(__dirname, 'speed.md'), report);
console.log(report);

const missed = targets.filter((target) => !isMet(target));
if (missed.length > 0) {
  console.error(`missed: ${missed.map(({ what }) => what).join('; ')}`);
  process.exit(1);
}
