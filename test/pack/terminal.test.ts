import { App, CfnResource, NestedStack, Stack, Validations } from 'aws-cdk-lib';
import type { IPolicyValidationPlugin, PolicyViolatingResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { gated, publicUrl, reportOf, synth } from './gated-app';
import type { GateProps } from './gated-app';
import { RuleSeverity } from '../../src/pack/custom-rule';
import { RuleFinding } from '../../src/pack/rule-finding';
import { RuleLevelKind } from '../../src/pack/rule-level';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);
let toTerminal: jest.SpyInstance;
beforeEach(() => (toTerminal = jest.spyOn(console, 'error').mockImplementation(() => undefined)));

const why = 'Anybody who learns the URL can call the function';

/** What core prints of the findings of an app, block by block. */
function blocksOf(app: App): string[] {
  let text = '';
  try {
    app.synth();
    text = toTerminal.mock.calls.flat().join('\n');
  } catch (error) {
    text = (error as Error).message;
  }
  return text.split('\n\n').filter((block) => /^(.*\n)*(FATAL|ERROR|WARNING|INFO) /.test(block));
}

function urls(scope: Construct, count: number): CfnResource[] {
  return Array.from({ length: count }, (_, index) => publicUrl(scope, `Url${index + 1}`));
}

describe('many findings that are alike', () => {
  test('take a block each, because core prints one for each construct whatever a plugin hands over', () => {
    const app = new App();
    const violatingResources: PolicyViolatingResource[] = ['A', 'B', 'C'].map((constructPath) => ({
      constructPath,
      locations: [],
    }));
    const plugin: IPolicyValidationPlugin = {
      name: 'Together',
      validate: () => ({
        success: false,
        violations: [{ ruleName: 'together', description: 'told once', severity: 'error', violatingResources }],
      }),
    };
    new Stack(app, 'Orders');
    Validations.of(app).addPlugins(plugin);
    expect(blocksOf(app).filter((block) => block.includes('told once'))).toHaveLength(3);
  });

  test('are explained once and counted, and then named one after the other, with what to do', () => {
    const app = gated();
    urls(new Stack(app, 'Orders'), 40);
    const blocks = blocksOf(app);
    expect(blocks).toHaveLength(41);
    expect(blocks.pop()).toMatch(/^INFO 40 findings in 1 stack: 40 errors\. /);
    expect(blocks[0]).toContain(why);
    expect(blocks[0]).toContain("the first of 40 alike in 'Orders'");
    const [, ...others] = blocks;
    expect(others.filter((block) => block.includes(why))).toEqual([]);
    expect(others[38]).toMatch(/AuthType is "NONE", wanted "AWS_IAM"\. \(ServerlessSecurity\)\n {3}Orders\/Url40/);
    expect(others.every((block) => block.length < 400)).toBe(true);
  });

  test('stand in the report in full: each with its place, the reason, the way out and the references', () => {
    const app = gated();
    urls(new Stack(app, 'Orders'), 40);
    const violations = synth(app).report.violations.filter(({ severity }) => severity === 'error');
    expect(violations).toHaveLength(2);
    expect(violations.flatMap(({ violatingConstructs }) => violatingConstructs)).toHaveLength(40);
    for (const violation of violations) {
      expect(violation).toMatchObject({
        ruleName: 'lambda-url-auth-none',
        suggestedFix: expect.stringContaining('AuthType: AWS_IAM'),
        ruleMetadata: {
          why: expect.stringContaining(why),
          owaspServerless: expect.any(String),
          documentation: expect.stringContaining('#lambda-url-auth-none'),
        },
      });
    }
  });

  test('are explained in each stack, because the CDK CLI shows those of selected stacks only', () => {
    const app = gated();
    for (const id of ['Orders', 'Payments']) {
      const stack = new Stack(app, id);
      urls(stack, 2);
      urls(new NestedStack(stack, 'Nested'), 2);
    }
    const explained = blocksOf(app).filter((block) => block.includes(why));
    expect(explained.map((block) => /the first of .*'/.exec(block)?.[0])).toEqual([
      "the first of 4 alike in 'Orders'",
      "the first of 4 alike in 'Payments'",
    ]);
  });

  test('of which one is accepted leave the others open, each with the name under which it is acknowledged', () => {
    const app = gated();
    const [accepted] = urls(new Stack(app, 'Orders'), 3);
    SecurityExceptions.of(accepted).accept({
      rule: 'lambda-url-auth-none',
      reason: 'the partner cannot sign requests, and we check the HMAC',
      owner: 'team-orders',
    });
    const blocks = blocksOf(app);
    expect(blocks.map((block) => /Acknowledge with '(.*)'/.exec(block)?.[1])).toEqual([
      'ServerlessSecurity::lambda-url-auth-none[Orders/Url2]',
      'ServerlessSecurity::lambda-url-auth-none[Orders/Url3]',
    ]);
    expect(blocks[0]).toContain("the first of 2 alike in 'Orders'");
    expect(reportOf(app).suppressedViolations[0].description).toContain(why);
  });

  test('of which one has a level of its own are explained for each severity', () => {
    const reason = 'the load test cannot sign its requests';
    const levels = [
      { rule: 'lambda-url-auth-none', level: RuleLevelKind.WARNING, scope: 'Orders/Url2', reason },
      { rule: 'lambda-url-auth-none', level: RuleLevelKind.FATAL, scope: 'Orders/Url3' },
    ];
    const app = gated({ levels });
    urls(new Stack(app, 'Orders'), 4);
    const blocks = blocksOf(app).filter((block) => block.includes('AuthType'));
    expect(blocks.map((block) => /(FATAL|ERROR|WARNING) /.exec(block)?.[1])).toEqual([
      'FATAL',
      'ERROR',
      'ERROR',
      'WARNING',
    ]);
    expect(blocks.filter((block) => block.includes(why))).toHaveLength(3);
  });
});

describe('nobody can write to the terminal through', () => {
  // eslint-disable-next-line no-control-regex
  const spoofing = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/u;
  const attacks: [string, string][] = [
    ['an escape sequence', '\u001b[2K\u001b[1A'],
    ['a link', '\u001b]8;;https://example.com\u0007here\u001b]8;;\u0007'],
    ['an escape sequence of eight bits', '\u009b2K'],
    ['another line', 'x\nERROR all fine (ServerlessSecurity)'],
    ['a carriage return', 'x\rERROR all fine'],
    ['a line separator', 'x\u2028ERROR all fine'],
    ['text that runs the other way', 'x\u202e\u2066enif lla'],
    ['what is not seen', 'a\u200bd\u00admin\u{e0041}'],
    ['a tag that core takes out with what is in it', 'x [ack: hidden]'],
  ];

  function printed(build: (stack: Stack, attack: string) => void, attack: string, props: GateProps = {}): string {
    const app = gated(props);
    build(new Stack(app, 'Orders'), attack);
    return blocksOf(app).join('\n\n');
  }

  function harmless(text: string, attack: string): void {
    if (attack.includes('hidden')) expect(text).toContain('hidden');
    expect(text).not.toMatch(spoofing);
    expect(text).not.toMatch(/^ERROR all fine/m);
    expect(text).toMatch(/wanted|exception|matches/);
  }

  test.each(attacks)('a value in a template: %s', (_, attack) => {
    harmless(
      printed((stack) => publicUrl(stack).addPropertyOverride('AuthType', attack), attack),
      attack,
    );
  });

  test.each(attacks)('a key in a template: %s', (_, attack) => {
    const build = (stack: Stack) =>
      new CfnResource(stack, 'Url', {
        type: 'AWS::Lambda::Url',
        properties: { AuthType: { [attack]: attack }, TargetFunctionArn: 'x', [attack]: attack },
      });
    harmless(printed(build, attack), attack);
  });

  test.each(attacks)('the name of a condition: %s', (_, attack) => {
    const build = (stack: Stack) => {
      stack.templateOptions.metadata = { [attack]: attack };
      publicUrl(stack).addPropertyOverride('AuthType', { 'Fn::If': [attack, 'NONE', 'AWS_IAM'] });
    };
    expect(printed(build, attack)).not.toMatch(spoofing);
  });

  test.each(attacks)('the name of a construct, which is found nevertheless: %s', (_, attack) => {
    const text = printed((stack) => publicUrl(new Construct(stack, attack)), attack);
    harmless(text, attack);
    expect(text).toContain('Orders/');
  });

  test.each(attacks)('the texts and findings of a rule of your own: %s', (_, attack) => {
    const rule = {
      id: 'acme-url',
      severity: RuleSeverity.HIGH,
      title: `title ${attack}`,
      why: `why ${attack}`,
      fix: `fix ${attack}`,
      resourceTypes: ['AWS::Lambda::Url'],
      check: () => [RuleFinding.wrong(`A.${attack}`, attack), RuleFinding.cannotTell('', attack)],
    };
    harmless(
      printed((stack) => publicUrl(stack), attack, { customRules: [rule] }),
      attack,
    );
  });

  test.each(attacks)('reason, owner and ticket of an exception: %s', (_, attack) => {
    const build = (stack: Stack) =>
      SecurityExceptions.of(publicUrl(stack)).accept({
        rule: 's3-versioning',
        reason: `it is right here because we say so ${attack}`,
        owner: attack,
        ticket: attack,
      });
    harmless(printed(build, attack), attack);
  });

  test.each(attacks)('the reason for a level and for what is let through: %s', (_, attack) => {
    const reason = `it is right here because we say so ${attack}`;
    const text = printed((stack) => publicUrl(stack), attack, {
      levels: [{ rule: 's3-versioning', level: RuleLevelKind.OFF, reason }],
    });
    harmless(text, attack);
  });

  test('a value that is long enough to push out what is wanted', () => {
    const text = printed((stack, long) => publicUrl(stack).addPropertyOverride('AuthType', long), 'x'.repeat(10_000));
    expect(text).toContain('…, wanted "AWS_IAM"');
    expect(text.length).toBeLessThan(2_000);
  });
});

test.each(['a]b', 'a[b', '{proxy+}', '(x', 'x)[', '[a(b]c)', '<b>*x*</b> `y`'])(
  'a construct that is called %s is reported, and acknowledged under the name that is printed',
  (id) => {
    const build = (rule?: string) => {
      const app = gated();
      const stack = new Stack(app, 'Orders');
      Validations.of(publicUrl(stack, 'Other')).acknowledge({
        id: 'ServerlessSecurity::lambda-url-auth-none',
        reason: 'webhook',
      });
      const url = publicUrl(new Construct(stack, id));
      if (rule) Validations.of(url).acknowledge({ id: `ServerlessSecurity::${rule}`, reason: 'callback' });
      return app;
    };
    const [block] = blocksOf(build());
    const [, name] = /Acknowledge with 'ServerlessSecurity::(.*)'/.exec(block)!;
    expect(synth(build(name)).failed).toBe(false);
  },
);

test('a construct whose name is not printed as it is cannot be left out by the CDK CLI, and can be accepted', () => {
  const app = gated();
  const odd = new Construct(new Stack(app, 'Orders'), 'Web\u200bhook');
  const url = publicUrl(odd);
  const [{ description, violatingConstructs }] = synth(app).report.violations;
  expect(description).toMatch(/^'Orders\/Web\\u200bhook\/Url': the function URL accepts/);
  expect(violatingConstructs.map(({ constructPath }) => constructPath)).toEqual(['']);
  SecurityExceptions.of(url).accept({
    rule: 'lambda-url-auth-none',
    reason: 'the partner cannot sign requests, and we check the HMAC',
    owner: 'team-orders',
  });
  (app as unknown as { assembly?: unknown }).assembly = undefined;
  const { failed, report } = synth(app);
  expect(failed).toBe(false);
  expect(report.suppressedViolations).toHaveLength(1);
});

test('validateScope groups as the synthesis does', () => {
  const app = gated();
  urls(new Stack(app, 'Orders'), 3);
  const looked = new ServerlessSecurityChecks(app).validateScope(app).violations.map(({ description }) => description);
  expect(synth(app).report.violations.map(({ description }) => description)).toEqual(looked);
});
