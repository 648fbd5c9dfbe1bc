import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { gated, publicBucket, publicUrl, synth, unversionedBucket } from './gated-app';
import type { GateProps } from './gated-app';
import { writeBaseline } from '../../src/pack/baseline-file';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

const writing = { 'cdk-secure-serverless:write-baseline': true };
let folder: string;
let baseline: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  baseline = join(folder, 'security-baseline.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Build = (app: App) => void;

function write(build: Build, props?: GateProps) {
  const app = gated({ baseline, ...props }, writing);
  build(app);
  return synth(app);
}

function check(build: Build, props?: GateProps, context?: Record<string, unknown>) {
  const app = gated({ baseline, ...props }, context);
  build(app);
  return synth(app);
}

function entries() {
  const { version, findings } = JSON.parse(readFileSync(baseline, 'utf8')) as {
    version: number;
    findings: { rule: string; constructPath: string; fingerprint: string }[];
  };
  expect(version).toBe(1);
  return findings;
}

const insecure: Build = (app) => {
  const stack = new Stack(app, 'Orders');
  publicUrl(stack);
  publicBucket(stack);
};

describe('a baseline that is written', () => {
  test('holds what is found, critical findings too, in an order of its own, and fails nothing', () => {
    const { failed, found } = write(insecure);
    expect([failed, found]).toEqual([false, expect.arrayContaining(['warning baseline-written'])]);
    expect(entries().map(({ rule, constructPath }) => `${rule} ${constructPath}`)).toEqual([
      'lambda-url-auth-none Orders/Url',
      's3-acl-public-write Orders/Uploads',
      's3-versioning Orders/Uploads',
    ]);
  });

  test('says the same byte for byte when nothing changed, whatever the order of stacks and resources', () => {
    const build =
      (ids: string[]): Build =>
      (app) =>
        ids.forEach((id) => ids.forEach((url) => publicUrl(new Stack(app, `${id}${url}`), url)));
    write(build(['A', 'B', 'C']));
    const first = readFileSync(baseline, 'utf8');
    write(build(['C', 'B', 'A']));
    expect(readFileSync(baseline, 'utf8')).toBe(first);
    expect(first).toMatch(/\n$/);
  });

  test('holds the findings of all environments, for which core asks one by one', () => {
    write((app) => {
      for (const region of ['eu-west-1', 'us-east-1', 'eu-central-1']) {
        publicUrl(new Stack(app, region, { env: { account: '111122223333', region } }));
      }
      publicUrl(new Stack(new Stage(app, 'Production'), 'Orders'));
    });
    expect(entries()).toHaveLength(4);
  });

  test('leaves out what is acknowledged: that is written down already', () => {
    write((app) => {
      const url = publicUrl(new Stack(app, 'Orders'));
      Validations.of(url).acknowledge({ id: 'ServerlessSecurity::lambda-url-auth-none', reason: 'webhook' });
    });
    expect(entries()).toEqual([]);
  });

  test('holds that of the Stage on which the gate is registered only', () => {
    const app = new App({ context: writing });
    const production = new Stage(app, 'Production');
    Validations.of(production).addPlugins(new ServerlessSecurityChecks(production, { baseline }));
    publicUrl(new Stack(production, 'Orders'));
    publicUrl(new Stack(new Stage(app, 'Test'), 'Orders'));
    synth(app);
    expect(entries().map(({ constructPath }) => constructPath)).toEqual(['Production/Orders/Url']);
  });

  test('is shared by gates that look at a Stage each, and forgets nothing of either when it is written again', () => {
    const app = new App({ context: writing });
    for (const id of ['Test', 'Production']) {
      const stage = new Stage(app, id);
      Validations.of(stage).addPlugins(new ServerlessSecurityChecks(stage, { baseline }));
      publicUrl(new Stack(stage, 'Orders'));
    }
    for (const _ of ['first', 'again']) {
      (app as unknown as { assembly?: unknown }).assembly = undefined;
      synth(app);
      expect(entries().map(({ constructPath }) => constructPath)).toEqual(['Production/Orders/Url', 'Test/Orders/Url']);
    }
  });

  test('is never written by an ordinary synthesis, nor by validateScope', () => {
    check(insecure);
    const app = new App({ context: writing });
    insecure(app);
    new ServerlessSecurityChecks(app, { baseline }).validateScope(app);
    expect(existsSync(baseline)).toBe(false);
  });

  test('repeats nothing of what was found, which may be a secret', () => {
    write((app) => publicUrl(new Stack(app, 'Orders')).addPropertyOverride('AuthType', 'NONE'));
    expect(Object.keys(entries()[0])).toEqual(['rule', 'constructPath', 'fingerprint']);
  });

  test.each(['cdk.out/security-baseline.json', 'cdk.out/deep/../security-baseline.json'])(
    'is refused in the cloud assembly (%s), which a plugin must not change',
    (path) => {
      const outdir = join(folder, 'cdk.out');
      const app = new App({ outdir, context: writing });
      Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, { baseline: join(folder, path) }));
      insecure(app);
      const { failed, report } = synth(app);
      expect(failed).toBe(true);
      expect(report.violations.map(({ description }) => description)).toContainEqual(
        expect.stringContaining('lies in the cloud assembly'),
      );
      expect(existsSync(join(outdir, 'security-baseline.json'))).toBe(false);
    },
  );

  test('needs a path, or whoever asks for it believes that it was written', () => {
    const app = gated({}, writing);
    new Stack(app, 'Orders');
    const { failed, report } = synth(app);
    expect(failed).toBe(true);
    expect(report.violations[0].description).toMatch(/the gate has no 'baseline'/);
  });
});

describe('with a baseline', () => {
  test('known findings fail nothing, critical ones are told each, the others in one line, and the number that is left', () => {
    write(insecure);
    const { failed, found, report } = check(insecure);
    expect(failed).toBe(false);
    expect(found).toEqual(['info baseline-known', 'warning s3-acl-public-write Orders/Uploads']);
    const [known] = report.violations.filter(({ ruleName }) => ruleName === 'baseline-known');
    expect(known.description).toBe(
      `3 known findings left in '${baseline}', 1 of them critical and told above: s3-acl-public-write 1, lambda-url-auth-none 1, s3-versioning 1`,
    );
    expect(known.ruleMetadata).toMatchObject({ 's3-versioning': 'Orders/Uploads' });
    expect(report.metadata).toEqual({ baseline: `3 known findings left in '${baseline}'` });
    const [critical] = report.violations.filter(({ ruleName }) => ruleName === 's3-acl-public-write');
    expect(critical.description).toContain(`known, in '${baseline}'`);
  });

  test('a new finding fails', () => {
    write(insecure);
    const { failed, found } = check((app) => {
      insecure(app);
      publicUrl(new Stack(app, 'Payments'), 'Callback');
    });
    expect(failed).toBe(true);
    expect(found).toContain('error lambda-url-auth-none Payments/Callback');
  });

  test('a second finding that looks like a known one fails, at its new place', () => {
    write((app) => publicUrl(new Stack(app, 'Orders')));
    const { failed, found } = check((app) => {
      publicUrl(new Stack(app, 'A'));
      publicUrl(new Stack(app, 'Orders'));
    });
    expect([failed, found]).toEqual([true, ['error lambda-url-auth-none A/Url', 'info baseline-known']]);
  });

  test('another insecure value is a new finding', () => {
    write((app) => publicUrl(new Stack(app, 'Orders')));
    const { failed } = check((app) => publicUrl(new Stack(app, 'Orders')).addPropertyOverride('AuthType', 'ANY'));
    expect(failed).toBe(true);
  });

  test('a finding that becomes one that cannot be told is a new one', () => {
    write((app) => publicUrl(new Stack(app, 'Orders')));
    const { found } = check((app) =>
      publicUrl(new Stack(app, 'Orders')).addPropertyOverride('AuthType', { Ref: 'Type' }),
    );
    expect(found).toContain('warning lambda-url-auth-none[unknown] Orders/Url');
  });

  test.each<[string, Build]>([
    ['another stack', (app) => publicUrl(new Stack(app, 'Payments'))],
    ['a Stage', (app) => publicUrl(new Stack(new Stage(app, 'Production'), 'Orders'))],
    ['a nested stack', (app) => publicUrl(new NestedStack(new Stack(app, 'Orders'), 'Nested'))],
    ['a construct', (app) => publicUrl(new Construct(new Stack(app, 'Orders'), 'Api'))],
    [
      'the end of its stack',
      (app) => {
        const stack = new Stack(app, 'Orders');
        new CfnResource(stack, 'First', { type: 'AWS::SNS::Topic' });
        publicUrl(stack);
      },
    ],
  ])('a finding that moves to %s is still known', (_, build) => {
    write((app) => publicUrl(new Stack(app, 'Orders')));
    const { failed, found } = check(build);
    expect([failed, found]).toEqual([false, ['info baseline-known']]);
  });

  test('what is fixed must leave the file: a warning, with strict an error', () => {
    write(insecure);
    const fixed: Build = (app) => publicUrl(new Stack(app, 'Orders'));
    const { failed, found, report } = check(fixed);
    expect([failed, found]).toEqual([false, ['info baseline-known', 'warning baseline-fixed']]);
    const [{ description, suggestedFix }] = report.violations.filter(({ ruleName }) => ruleName === 'baseline-fixed');
    expect(description).toContain('s3-acl-public-write at Orders/Uploads, s3-versioning at Orders/Uploads');
    expect(suggestedFix).toContain('write-baseline=true');
    expect(check(fixed, { strict: true }).found).toContain('error baseline-fixed');
    write(fixed);
    expect(check(fixed).found).toEqual(['info baseline-known']);
  });

  test('what is accepted meanwhile leaves the file too', () => {
    write((app) => publicUrl(new Stack(app, 'Orders')));
    const { found } = check((app) =>
      SecurityExceptions.of(publicUrl(new Stack(app, 'Orders'))).accept({
        rule: 'lambda-url-auth-none',
        reason: 'the partner cannot sign requests, and we check the HMAC',
        owner: 'team-orders',
      }),
    );
    expect(found).toEqual(['warning baseline-fixed']);
  });

  test('is told once for an app in several environments, and counts all of them', () => {
    const build: Build = (app) => {
      for (const region of ['eu-west-1', 'us-east-1']) {
        publicUrl(new Stack(app, region, { env: { account: '111122223333', region } }));
      }
    };
    write(build);
    const { found, report } = check(build);
    expect(found).toEqual(['info baseline-known']);
    expect(report.metadata?.baseline).toMatch(/^2 known/);
  });

  test('a file that is not there knows nothing, and is missed: the path may be wrong', () => {
    const { failed, found, report } = check(insecure);
    expect([failed, found]).toEqual([true, expect.arrayContaining(['warning baseline-missing'])]);
    const [{ suggestedFix }] = report.violations.filter(({ ruleName }) => ruleName === 'baseline-missing');
    expect(suggestedFix).toContain('cdk synth -c cdk-secure-serverless:write-baseline=true');
    writeFileSync(baseline, '{ "version": 1, "findings": [] }');
    expect(check(insecure).found).not.toContain('warning baseline-missing');
  });

  test('validateScope knows what the synthesis knows', () => {
    write(insecure);
    const app = new App();
    insecure(app);
    const gate = new ServerlessSecurityChecks(app, { baseline });
    expect(gate.validateScope(app).success).toBe(true);
    expect(gate.validateScope(app).metadata).toEqual({ baseline: `3 known findings left in '${baseline}'` });
    unversionedBucket(app.node.findChild('Orders'));
    publicUrl(app.node.findChild('Orders'), 'Another');
    expect(gate.validateScope(app).success).toBe(false);
  });
});

test('a known critical finding is told each time, acknowledged or not, because nobody can accept it', () => {
  const build: Build = (app) => {
    const bucket = publicBucket(new Stack(app, 'Orders'));
    Validations.of(bucket).acknowledge({ id: 'ServerlessSecurity::s3-acl-public-write', reason: 'we like it' });
  };
  write(build);
  const { failed, found, report } = check(build);
  expect(failed).toBe(false);
  expect(found).toContain('warning s3-acl-public-write[Orders/Uploads] Orders/Uploads');
  expect(report.suppressedViolations).toEqual([]);
});

test('a mark that some editors put before the first character is no damage', () => {
  write(insecure);
  writeFileSync(baseline, `\ufeff${readFileSync(baseline, 'utf8')}`);
  expect(check(insecure).failed).toBe(false);
});

describe('a damaged file', () => {
  test.each<[string, string, RegExp]>([
    ['cut off', '{ "version": 1, "findings": [', /is not JSON/],
    ['empty', '', /is not JSON/],
    ['in conflict', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', /merge conflict/],
    ['a list', '[]', /is not an object/],
    ['of no version', '{ "findings": [] }', /has version undefined/],
    ['of another version', '{ "version": 2, "findings": [] }', /has version 2, and this library knows version 1 only/],
    ['of the version as a text', '{ "version": "1", "findings": [] }', /has version "1"/],
    ['without findings', '{ "version": 1 }', /has no list/],
    ['with half a finding', '{ "version": 1, "findings": [{ "rule": "x" }] }', /damaged at finding 1/],
    ['with null for a finding', '{ "version": 1, "findings": [null] }', /damaged at finding 1/],
  ])('that is %s fails, is named, and is left as it was, also when it should be written', (_, content, message) => {
    for (const context of [undefined, writing]) {
      writeFileSync(baseline, content);
      const app = gated({ baseline }, context);
      insecure(app);
      const { failed, report } = synth(app);
      expect(failed).toBe(true);
      const [damaged] = report.violations.filter(({ ruleName }) => ruleName === 'baseline-damaged');
      expect([damaged.severity, damaged.description]).toEqual(['fatal', expect.stringMatching(message)]);
      expect(damaged.description).toContain(baseline);
      expect(readFileSync(baseline, 'utf8')).toBe(content);
      // Without it nothing is known.
      expect(report.violations.map(({ severity, ruleName }) => `${severity} ${ruleName}`)).toContain(
        'error lambda-url-auth-none',
      );
    }
  });

  test('that is a folder fails too', () => {
    mkdirSync(baseline);
    expect(check(insecure).report.violations.map(({ description }) => description)).toContainEqual(
      expect.stringMatching(/security-baseline.json" cannot be read/),
    );
  });

  test('cannot turn the gate off with names that every object has', () => {
    const entry = '{ "rule": "__proto__", "constructPath": "constructor", "fingerprint": "toString" }';
    writeFileSync(baseline, `{ "version": 1, "findings": [${entry}], "__proto__": { "known": true } }`);
    const { failed, found } = check(insecure);
    expect(failed).toBe(true);
    expect(found).toContain('warning baseline-fixed');
  });

  test('cannot move the cursor of a terminal', () => {
    const entry = { rule: '\u001b[2K', constructPath: '\nall fine', fingerprint: 'x' };
    writeFileSync(baseline, JSON.stringify({ version: 1, findings: [entry] }));
    const { report } = check(insecure);
    const [{ description }] = report.violations.filter(({ ruleName }) => ruleName === 'baseline-fixed');
    expect(description).toContain('\\u001b[2K at \\u000aall fine');
  });
});

describe('writing the file', () => {
  test('into a folder that is not there fails, and says so', () => {
    const { failed, report } = write(insecure, { baseline: join(folder, 'nowhere', 'baseline.json') });
    expect(failed).toBe(true);
    expect(report.violations).toMatchObject([
      {
        ruleName: 'gate-failure',
        description: expect.stringMatching(
          /^the gate broke down, .*baseline\.json" cannot be written: its folder is not there$/,
        ),
      },
    ]);
  });

  test('leaves nothing beside it', () => {
    writeBaseline(baseline, []);
    expect(readdirSync(folder)).toEqual(['security-baseline.json']);
  });

  test('leaves the old one and nothing beside it where it cannot be replaced', () => {
    expect(() => writeBaseline(join(folder, 'missing', 'baseline.json'), [])).toThrow(/cannot be written/);
    mkdirSync(baseline);
    expect(() => writeBaseline(baseline, [])).toThrow(/cannot be written/);
    expect(readdirSync(folder)).toEqual(['security-baseline.json']);
  });

  test('keeps a link a link', () => {
    const target = join(folder, 'shared.json');
    writeFileSync(target, '{ "version": 1, "findings": [] }');
    symlinkSync(target, baseline);
    writeBaseline(baseline, [{ rule: 'r', constructPath: 'p', fingerprint: 'f' }]);
    expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ findings: [{ rule: 'r' }] });
    expect(readdirSync(folder).sort()).toEqual(['security-baseline.json', 'shared.json']);
  });

  test('does not touch a file that says the same', () => {
    writeBaseline(baseline, []);
    chmodSync(folder, 0o500);
    try {
      expect(() => writeBaseline(baseline, [])).not.toThrow();
    } finally {
      chmodSync(folder, 0o700);
    }
  });
});
