import { App, CfnCondition, CfnParameter, CfnResource, Fn, Stack, Validations } from 'aws-cdk-lib';
import { gated, synth } from './gated-app';
import type { GateProps } from './gated-app';
import { RuleSeverity } from '../../src/pack/custom-rule';
import type { ICustomRule } from '../../src/pack/custom-rule';
import { Framework } from '../../src/pack/framework';
import { RuleFinding } from '../../src/pack/rule-finding';
import { RuleLevelKind } from '../../src/pack/rule-level';
import type { RuleResource } from '../../src/pack/rule-resource';
import { RuleValueState } from '../../src/pack/rule-value';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

const nextMonth = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

const queueName: ICustomRule = {
  id: 'acme-queue-name',
  severity: RuleSeverity.HIGH,
  title: 'the queue has no name of ours',
  why: 'Whoever is on call finds the queue of a team by its name.',
  fix: 'set `QueueName` to a text that starts with `acme-`',
  resourceTypes: ['AWS::SQS::Queue'],
  check: (resource) => {
    const name = resource.read('QueueName');
    if (name.state === RuleValueState.UNKNOWN) return [RuleFinding.cannotTell('QueueName')];
    return name.text?.startsWith('acme-') ? [] : [RuleFinding.wrong('QueueName', 'a name that starts with "acme-"')];
  },
};

function queue(stack: Stack, properties: Record<string, unknown> = {}): CfnResource {
  return new CfnResource(stack, 'Queue', { type: 'AWS::SQS::Queue', properties });
}

function synthWith(properties: Record<string, unknown>, rule: Partial<ICustomRule> = {}, props: GateProps = {}) {
  const app = gated({ customRules: [{ ...queueName, ...rule }], ...props });
  queue(new Stack(app, 'Orders'), properties);
  return synth(app);
}

describe('a rule of your own', () => {
  test('fails the synthesis with what, where, why and what to do', () => {
    const { failed, report } = synthWith({ QueueName: 'orders' });
    expect(failed).toBe(true);
    expect(report.violations).toEqual([
      expect.objectContaining({
        ruleName: 'acme-queue-name',
        severity: 'error',
        description:
          'the queue has no name of ours: QueueName is "orders", wanted a name that starts with "acme-". Whoever is on call finds the queue of a team by its name.',
        suggestedFix: queueName.fix,
        ruleMetadata: { rule: 'acme-queue-name', severity: 'high', why: queueName.why },
        violatingConstructs: [expect.objectContaining({ constructPath: 'Orders/Queue' })],
      }),
    ]);
  });

  test('passes what is right', () => {
    expect(synthWith({ QueueName: 'acme-orders' }).found).toEqual([]);
  });

  test.each([
    [RuleSeverity.CRITICAL, 'fatal'],
    [RuleSeverity.MEDIUM, 'warning'],
    [RuleSeverity.LOW, 'warning'],
  ])('that is %s is reported as %s', (severity, reported) => {
    expect(synthWith({}, { severity }).found).toEqual([`${reported} acme-queue-name Orders/Queue`]);
  });

  test('sees what an escape hatch wrote', () => {
    const app = gated({ customRules: [queueName] });
    queue(new Stack(app, 'Orders'), { QueueName: 'acme-orders' }).addPropertyOverride('QueueName', 'orders');
    expect(synth(app).failed).toBe(true);
  });

  test('runs for every way in which conditions can fall out', () => {
    const app = gated({ customRules: [queueName] });
    const stack = new Stack(app, 'Orders');
    const type = new CfnParameter(stack, 'Type', { allowedValues: ['a', 'b'] });
    const isA = new CfnCondition(stack, 'IsA', { expression: Fn.conditionEquals(type.valueAsString, 'a') });
    queue(stack, { QueueName: Fn.conditionIf(isA.logicalId, 'acme-a', 'orders') });
    const { found, report } = synth(app);
    expect(found).toEqual(['error acme-queue-name Orders/Queue']);
    expect(report.violations[0].description).toContain('if ');
  });

  test('says what it cannot tell under a name of its own, as a warning', () => {
    const app = gated({ customRules: [queueName] });
    const stack = new Stack(app, 'Orders');
    queue(stack, { QueueName: new CfnParameter(stack, 'Name').valueAsString });
    const { failed, found, report } = synth(app);
    expect([failed, found]).toEqual([false, ['warning acme-queue-name[unknown] Orders/Queue']]);
    expect(report.violations[0].description).toContain('QueueName: parameter "Name" has no default');
  });

  test('that throws has not told anything, which is said', () => {
    const { found, report } = synthWith(
      {},
      {
        check: () => {
          throw new Error('no such thing');
        },
      },
    );
    expect(found).toEqual(['warning acme-queue-name[unknown] Orders/Queue']);
    expect(report.violations[0].description).toContain('no such thing');
  });

  test('can be acknowledged, levelled and let through like every other', () => {
    const app = gated({ customRules: [queueName] });
    const resource = queue(new Stack(app, 'Orders'));
    Validations.of(resource).acknowledge({ id: 'ServerlessSecurity::acme-queue-name', reason: 'made by a partner' });
    expect(synth(app).failed).toBe(false);
    const levels = [{ rule: 'acme-queue-name', level: RuleLevelKind.WARNING, reason: 'we rename them until spring' }];
    expect(synthWith({}, {}, { levels }).failed).toBe(false);
    const glass = {
      rule: 'acme-queue-name',
      constructPath: 'Orders',
      reason: 'the old importer is replaced tonight',
      expires: nextMonth,
    };
    expect(synthWith({}, { severity: RuleSeverity.CRITICAL }, { breakGlass: [glass] }).failed).toBe(false);
  });

  test('runs also where the gate is narrowed to frameworks', () => {
    expect(synthWith({}, {}, { frameworks: [Framework.AWS_FSBP] }).failed).toBe(true);
  });
});

describe('what a rule of your own reads', () => {
  function seen<T>(properties: Record<string, unknown>, look: (resource: RuleResource) => T): T {
    const stack = new Stack(new App(), 'Orders');
    new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
    new CfnParameter(stack, 'Type');
    queue(stack, properties);
    let result: T | undefined;
    const check = (resource: RuleResource) => {
      result = look(resource);
      return [];
    };
    new ServerlessSecurityChecks(undefined, { customRules: [{ ...queueName, check }] }).validateScope(stack);
    return result!;
  }

  test.each<[string, unknown, RuleValueState, unknown]>([
    ['nothing', undefined, RuleValueState.ABSENT, undefined],
    ['AWS::NoValue', { Ref: 'AWS::NoValue' }, RuleValueState.ABSENT, undefined],
    ['a text', 'a', RuleValueState.KNOWN, 'a'],
    ['a number', 30, RuleValueState.KNOWN, 30],
    ['false', false, RuleValueState.KNOWN, false],
    ['a function that can be worked out', { 'Fn::Join': ['-', ['a', 'b']] }, RuleValueState.KNOWN, 'a-b'],
    ['a list', ['a', { Ref: 'Topic' }], RuleValueState.KNOWN, ['a', '${Topic}']],
    ['an object', { A: { B: [1, true] } }, RuleValueState.KNOWN, { A: { B: [1, true] } }],
    ['a reference', { Ref: 'Topic' }, RuleValueState.REFERENCE, '${Topic}'],
    ['a parameter without default', { Ref: 'Type' }, RuleValueState.UNKNOWN, '${Type}'],
  ])('%s', (_, written, state, json) => {
    const value = seen({ P: written }, (resource) => {
      const read = resource.read('P');
      return { state: read.state, json: read.json as unknown };
    });
    expect(value).toEqual({ state, json });
  });

  test('lists, what is below, and neighbours', () => {
    const value = seen({ P: [{ A: 1 }, { A: { Ref: 'Topic' } }], Q: { R: 'x' } }, (resource) => ({
      items: resource.read('P').items.map((item) => item.read('A').text),
      single: resource.read('Q').items.length,
      below: resource.read('Q').read('R').text,
      targets: resource.read('P').targets.map(({ logicalId }) => logicalId),
      references: resource.references().map(({ type, constructPath }) => [type, constructPath]),
      back: resource
        .references()[0]
        .referencedBy()
        .map(({ logicalId }) => logicalId),
      deletion: resource.readAttribute('DeletionPolicy').state,
    }));
    expect(value).toEqual({
      items: ['1', '${Topic}'],
      single: 1,
      below: 'x',
      targets: ['Topic'],
      references: [['AWS::SNS::Topic', 'Orders/Topic']],
      back: ['Queue'],
      deletion: RuleValueState.ABSENT,
    });
  });
});

describe('a rule that does not return what it should has not told anything', () => {
  const wanted = '`check` must return a list of RuleFinding, empty where all is well';
  test.each<[string, () => unknown, string]>([
    ['nothing', () => undefined, `what it returned is missing: ${wanted}`],
    [
      'one finding',
      () => RuleFinding.wrong('QueueName', 'a name'),
      `what it returned is an instance of RuleFinding: ${wanted}`,
    ],
    [
      'a promise, which nobody waits for',
      () => Promise.resolve([]),
      `what it returned is an instance of Promise: ${wanted}`,
    ],
    ['a list of something else', () => [true], `what it returned holds true: ${wanted}`],
    [
      'a finding that is nowhere',
      () => [RuleFinding.wrong(undefined as never, 'x')],
      '`RuleFinding` was made without the path of a property',
    ],
    [
      'a finding that wants nothing',
      () => [RuleFinding.wrong('QueueName', '')],
      '`RuleFinding.wrong` was called without what is wanted',
    ],
    [
      'something that it throws, and that is no error',
      () => {
        throw 'boom';
      },
      'boom',
    ], // eslint-disable-line @typescript-eslint/only-throw-error
  ])('%s', (_, check, because) => {
    const { failed, report } = synthWith({}, { check: check as ICustomRule['check'] });
    expect(failed).toBe(false);
    expect(report.violations).toMatchObject([
      { ruleName: 'acme-queue-name[unknown]', description: expect.stringContaining(`(${because})`) },
    ]);
  });
});

describe('is refused where the gate is made', () => {
  test.each<[string, Partial<ICustomRule>, string]>([
    ['with the id of a rule of the library', { id: 's3-versioning' }, 'is the id of another rule'],
    ['with the name of what the gate says itself', { id: 'baseline-known' }, 'is the id of another rule'],
    ['with an id of one word', { id: 'name' }, 'is not an id'],
    ['with an id that looks like an acknowledgement', { id: 'acme::name' }, 'is not an id'],
    ['with a suffix that the gate gives', { id: 'acme-name[unknown]' }, 'is not an id'],
    ['without a title', { title: '' }, 'has no title'],
    ['without a reason', { why: ' ' }, 'has no why'],
    ['without a way out', { fix: '' }, 'has no fix'],
    ['for no type', { resourceTypes: [] }, 'has no resource types'],
    ['for a class instead of a type', { resourceTypes: ['Queue'] }, 'write types of CloudFormation'],
    ['with another severity', { severity: 'severe' as RuleSeverity }, "has the severity 'severe'"],
  ])('%s', (_, change, message) => {
    const customRules = [{ ...queueName, ...change }];
    expect(() => new ServerlessSecurityChecks(undefined, { customRules })).toThrow(message);
  });

  test('twice', () => {
    const customRules = [queueName, { ...queueName }];
    expect(() => new ServerlessSecurityChecks(undefined, { customRules })).toThrow('is the id of another rule');
  });
});
