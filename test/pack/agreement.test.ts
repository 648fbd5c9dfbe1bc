import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
  App,
  Aspects,
  CfnOutput,
  CfnParameter,
  CfnResource,
  NestedStack,
  SecretValue,
  Stack,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import type { PolicyViolation } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import { CodePipeline, CodePipelineSource, ShellStep } from 'aws-cdk-lib/pipelines';
import { publicBucket, publicUrl, reportOf, synth, unversionedBucket } from './gated-app';
import type { GateProps } from './gated-app';
import { RuleLevelKind } from '../../src/pack/rule-level';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

const reason = 'the partner cannot sign requests, and we check the HMAC';

/** An app with a pipeline and two Stages of which one is deployed to two environments. */
function pipelineApp(context?: Record<string, unknown>): App {
  const app = new App({ context });
  const stack = new Stack(app, 'Pipeline', { env: { account: '111122223333', region: 'eu-west-1' } });
  const pipeline = new CodePipeline(stack, 'Pipeline', {
    synth: new ShellStep('Synth', {
      input: CodePipelineSource.gitHub('acme/orders', 'main', {
        authentication: SecretValue.secretsManager('github'),
      }),
      commands: ['npx cdk synth'],
    }),
    codeBuildDefaults: { buildEnvironment: { buildImage: codebuild.LinuxBuildImage.STANDARD_7_0 } },
  });
  for (const id of ['Test', 'Production']) {
    const stage = new Stage(app, id, { env: { account: '111122223333', region: 'eu-west-1' } });
    fill(stage, id);
    pipeline.addStage(stage);
  }
  return app;
}

function fill(stage: Stage, id: string): void {
  const orders = new Stack(stage, 'Orders');
  publicUrl(orders);
  publicBucket(new NestedStack(orders, 'Nested'));
  const virginia = new Stack(stage, 'Virginia', { env: { account: '111122223333', region: 'us-east-1' } });
  const archive = unversionedBucket(virginia);
  publicUrl(virginia, 'Callback').addPropertyOverride('AuthType', new CfnParameter(virginia, 'Type').valueAsString);
  new CfnOutput(virginia, 'Name', { value: archive.ref });
  const webhook = publicUrl(orders, 'Webhook');
  SecurityExceptions.of(webhook).accept({ rule: 'lambda-url-auth-none', reason, owner: 'team-orders' });
  if (id === 'Test') webhook.addPropertyOverride('AuthType', 'AWS_IAM');
}

type Told = readonly [rule: string, severity: string | undefined, description: string, place: string];

function told(violations: readonly PolicyViolation[]): Told[] {
  return violations
    .flatMap(({ ruleName, severity, description, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }): Told => [ruleName, severity, description, constructPath]),
    )
    .sort();
}

/** What core wrote. How many there are is for the terminal. */
function written(app: App): Told[] {
  return reportOf(app)
    .violations.filter(({ ruleName }) => ruleName !== 'findings-counted')
    .flatMap(({ ruleName, severity, description, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }): Told => [ruleName, severity, description, constructPath]),
    )
    .sort();
}

const settings: [string, GateProps][] = [
  ['by itself', {}],
  ['strict', { strict: true }],
  [
    'with levels',
    {
      levels: [
        { rule: 's3-acl-public-write', level: RuleLevelKind.FATAL },
        { rule: 's3-versioning', level: RuleLevelKind.OFF, scope: 'Test', reason },
      ],
    },
  ],
];

describe.each(settings)('the gate %s', (_, props) => {
  test('finds in validateScope what it finds in the synthesis, in an app of CDK Pipelines too', () => {
    const app = pipelineApp();
    const looked = told(new ServerlessSecurityChecks(app, props).validateScope(app).violations);
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, props));
    expect(synth(app).failed).toBe(true);
    expect(looked.length).toBeGreaterThan(10);
    expect(written(app)).toEqual(looked);
  });

  test.each(['Test', 'Production'])(
    'registered on the Stage %s finds that of the Stage only, as validateScope does',
    (id) => {
      const app = pipelineApp();
      const stage = app.node.findChild(id) as Stage;
      const looked = told(new ServerlessSecurityChecks(stage, props).validateScope(stage).violations);
      Validations.of(stage).addPlugins(new ServerlessSecurityChecks(stage, props));
      synth(app);
      expect(looked.filter(([, , , path]) => path !== '' && !path.startsWith(`${id}/`))).toEqual([]);
      expect(written(app).filter(([rule]) => rule !== 'lowered-level')).toEqual(
        looked.filter(([rule]) => rule !== 'lowered-level'),
      );
    },
  );

  test('registered several times reports once', () => {
    const once = pipelineApp();
    Validations.of(once).addPlugins(new ServerlessSecurityChecks(once, props));
    synth(once);
    const often = pipelineApp();
    const gate = new ServerlessSecurityChecks(often, props);
    Validations.of(often).addPlugins(gate, gate, new ServerlessSecurityChecks(often, props));
    Validations.of(often.node.findChild('Production')).addPlugins(gate, new ServerlessSecurityChecks(often, props));
    synth(often);
    expect(written(often)).toEqual(written(once));
  });

  test('says the same when the app is synthesized again', () => {
    const app = pipelineApp();
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, props));
    synth(app);
    const first = written(app);
    (app as unknown as { assembly?: unknown }).assembly = undefined;
    expect(() => app.synth({ force: true })).toThrow();
    expect(written(app)).toEqual(first);
  });
});

test('validateScope of parts finds, all together, what that of the app finds at constructs', () => {
  const app = pipelineApp();
  const gate = new ServerlessSecurityChecks(app);
  const whole = told(gate.validateScope(app).violations);
  const parts = app.node.children.flatMap((part) => told(gate.validateScope(part).violations));
  expect(parts.sort()).toEqual(whole);
});

test('an app that changed between two syntheses is read anew', () => {
  const app = new App();
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  const url = publicUrl(new Stack(app, 'Orders'));
  expect(synth(app).failed).toBe(true);
  url.addPropertyOverride('AuthType', 'AWS_IAM');
  (app as unknown as { assembly?: unknown }).assembly = undefined;
  expect(synth(app).failed).toBe(false);
});

test('an aspect that only runs in the synthesis is seen by validateScope too', () => {
  const app = new App();
  const url = publicUrl(new Stack(app, 'Orders'));
  url.addPropertyOverride('AuthType', 'AWS_IAM');
  Aspects.of(app).add(
    { visit: (node) => CfnResource.isCfnResource(node) && url.addPropertyOverride('AuthType', 'NONE') },
    { priority: 1000 },
  );
  const { violations } = new ServerlessSecurityChecks(app).validateScope(app);
  expect(violations.map(({ ruleName }) => ruleName)).toContain('lambda-url-auth-none');
});

test('an output folder that is given relative to the current one hides nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  try {
    const app = new App({ outdir: relative(process.cwd(), join(folder, 'cdk.out')) });
    Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
    publicUrl(new NestedStack(new Stack(new Stage(app, 'Production'), 'Orders'), 'Nested'));
    const { failed, found } = synth(app);
    expect(failed).toBe(true);
    expect(found).toContain('error lambda-url-auth-none Production/Orders/Nested/Url');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
