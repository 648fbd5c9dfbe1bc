import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { NestedStack, SecretValue, Stack, Stage } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { LinuxBuildImage } from 'aws-cdk-lib/aws-codebuild';
import { CodePipeline, CodePipelineSource, ShellStep } from 'aws-cdk-lib/pipelines';
import type { IConstruct } from 'constructs';
import { gated, publicBucket, publicUrl, synth, unversionedBucket } from './gated-app';
import { RuleLevelKind } from '../../src/pack/rule-level';

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

/** What the CLI tells an app: it reads the report itself. */
const asCli = { '@aws-cdk/core:failSynthOnValidationErrors': false };
const cli = join(dirname(require.resolve('aws-cdk/package.json')), 'bin', 'cdk');
const env = { account: '111122223333', region: 'eu-west-1' };

/** `cdk synth` of an assembly that is written already, which it judges like one of its own. */
function cdkSynth(assembly: string, ...selected: string[]): { readonly failed: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'synth', '--quiet', '--no-notices', '--app', assembly, ...selected],
    { encoding: 'utf8', env: { ...process.env, CI: 'true', CDK_DISABLE_CLI_TELEMETRY: 'true' } },
  );
  return { failed: status !== 0, output: stdout + stderr };
}

type Fill = (scope: IConstruct) => unknown;

const places: [string, (app: App, fill: Fill) => unknown][] = [
  ['in a stack', (app, fill) => fill(new Stack(app, 'Orders', { env }))],
  ['in a nested stack', (app, fill) => fill(new NestedStack(new Stack(app, 'Orders', { env }), 'Nested'))],
  ['in a Stage', (app, fill) => fill(new Stack(new Stage(app, 'Production', { env }), 'Orders'))],
  [
    'in a Stage of a Stage',
    (app, fill) => fill(new Stack(new Stage(new Stage(app, 'Production', { env }), 'Ireland'), 'Orders')),
  ],
  [
    'in a Stage that CDK Pipelines deploys',
    (app, fill) => {
      const stage = new Stage(app, 'Production', { env });
      fill(new Stack(stage, 'Orders'));
      new CodePipeline(new Stack(app, 'Pipeline', { env }), 'Pipeline', {
        synth: new ShellStep('Synth', {
          input: CodePipelineSource.gitHub('acme/orders', 'main', {
            authentication: SecretValue.secretsManager('github'),
          }),
          commands: ['npx cdk synth'],
        }),
        codeBuildDefaults: { buildEnvironment: { buildImage: LinuxBuildImage.STANDARD_7_0 } },
      }).addStage(stage);
    },
  ],
  [
    'in a Stage within the stack of its pipeline',
    (app, fill) => {
      const pipeline = new Stack(app, 'Pipeline', { env });
      fill(new Stack(new Stage(pipeline, 'Production', { env }), 'Orders'));
    },
  ],
  [
    'in a Stage within a stack of another Stage',
    (app, fill) => {
      const tools = new Stack(new Stage(app, 'Tools', { env }), 'Pipeline');
      fill(new Stack(new Stage(tools, 'Production', { env }), 'Orders'));
    },
  ],
];

describe.each(places)('%s', (_, build) => {
  test.each<[string, Fill, boolean]>([
    ['a high finding fails', publicUrl, true],
    ['a warning does not fail', unversionedBucket, false],
  ])('%s app.synth() and `cdk synth`', (__, fill, fails) => {
    const app = gated();
    build(app, fill);
    expect(synth(app).failed).toBe(fails);

    const forCli = gated({}, asCli);
    build(forCli, fill);
    const { failed, output } = cdkSynth(forCli.synth().directory);
    expect([failed, /ERROR|FATAL/.test(output)]).toEqual([fails, fails]);
  });
});

test('a stack that was selected fails for its own findings, all told with the reason', () => {
  const app = gated({}, asCli);
  for (const id of ['Orders', 'Payments']) {
    const stack = new Stack(app, id);
    publicUrl(stack, 'First');
    publicUrl(stack, 'Second');
  }
  new Stack(app, 'Empty');
  const { directory } = app.synth();
  const { failed, output } = cdkSynth(directory, 'Payments');
  expect(failed).toBe(true);
  expect(output).not.toContain('Orders/');
  expect(output).toMatch(/Anybody who learns the URL(.|\n)*Payments\/First(.|\n)*Payments\/Second/);
  expect(cdkSynth(directory, 'Empty').failed).toBe(false);
});

test('the findings of a Stage within a stack that was selected are told once, because the CLI tells them with the stack', () => {
  const app = gated({}, asCli);
  publicUrl(new Stack(new Stage(new Stack(app, 'Pipeline'), 'Production'), 'Orders'));
  const { output } = cdkSynth(app.synth().directory);
  expect(output.match(/unauthenticated calls/g)).toHaveLength(1);
  expect(output).not.toContain("the Stage 'Pipeline/Production' fails");
});

test('how many there are is told with the stack that fails, so that it fails no other', () => {
  const app = gated({}, asCli);
  const stack = new Stack(app, 'Orders');
  for (let index = 0; index < 21; index++) publicUrl(stack, `Url${index}`);
  new Stack(app, 'Empty');
  const { directory } = app.synth();
  expect(cdkSynth(directory)).toMatchObject({
    failed: true,
    output: expect.stringContaining('21 findings in 1 stack'),
  });
  expect(cdkSynth(directory, 'Empty').failed).toBe(false);
});

test('a critical finding in a stack whose name is not printed as it is fails too', () => {
  const app = gated({}, asCli);
  publicBucket(new Stack(app, 'Or\u200bders', { stackName: 'orders' }));
  expect(cdkSynth(app.synth().directory)).toMatchObject({
    failed: true,
    output: expect.stringContaining("'Or\\u200bders/Uploads'"),
  });
});

test('what is accepted, lowered or known passes', () => {
  const reason = 'the partner cannot sign requests, and we check the HMAC';
  const app = gated({ levels: [{ rule: 'lambda-url-auth-none', level: RuleLevelKind.WARNING, reason }] }, asCli);
  publicUrl(new Stack(new Stage(app, 'Production'), 'Orders'));
  expect(cdkSynth(app.synth().directory).failed).toBe(false);
});
