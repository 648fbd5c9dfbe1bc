import { App, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { publicUrl } from './gated-app';
import { Framework } from '../../src/pack/framework';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';
import { shown } from '../../src/pack/shape';

jest.mock('../../src/rules/registry.generated', () =>
  jest.requireActual<typeof import('./gated-app')>('./gated-app').fewRules(),
);

/** What JavaScript lets somebody write. */
const gate = (props: unknown, scope?: unknown) => new ServerlessSecurityChecks(scope as IConstruct, props as object);

const glass = {
  rule: 's3-acl-public-write',
  constructPath: 'Orders/Uploads',
  reason: 'the old importer writes without credentials',
  expires: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10),
};
const level = { rule: 's3-versioning', level: 'error' };
const rule = { id: 'acme-name', severity: 'high', title: 't', why: 'w', fix: 'f', resourceTypes: ['AWS::SQS::Queue'] };

describe('a prop of another type is refused, because a gate that took it would look closed and be open', () => {
  test.each<[string, object, string]>([
    [
      'a mode that does not exist',
      { mode: 'audit' },
      "'mode' is 'audit': write 'enforce' or 'report', or leave it out",
    ],
    ['a text for a flag', { strict: 'false' }, "'strict' is 'false': write true or false, or leave it out"],
    ['a flag for a path', { baseline: true }, "'baseline' is true: write the path of a file"],
    ['an empty path', { baseline: '' }, "'baseline' is '': write the path of a file"],
    ['an object for a list', { levels: { 's3-versioning': 'error' } }, "'levels' is an object: write a list"],
    ['null', { levels: null }, "'levels' is null: write a list, or leave it out"],
    ['nothing in a list', { levels: [undefined] }, "'levels[0]' is missing: write an object with 'rule'"],
    [
      'a level that does not exist',
      { levels: [{ ...level, level: 'eror' }] },
      "'levels[0].level' is 'eror': write 'fatal'",
    ],
    ['a level in capitals', { levels: [{ ...level, level: 'OFF' }] }, "'levels[0].level' is 'OFF'"],
    ['no level', { levels: [{ rule: 's3-versioning' }] }, "'levels[0].level' is missing"],
    ['a level for no rule', { levels: [{ level: 'error' }] }, "'levels[0].rule' is missing: write a text"],
    [
      'a construct for a path',
      { levels: [{ ...level, scope: new App() }] },
      "'levels[0].scope' is an instance of App: write a text",
    ],
    ['a glass that is no list', { breakGlass: glass }, "'breakGlass' is an object: write a list"],
    [
      'a glass for the whole app',
      { breakGlass: [{ ...glass, constructPath: undefined }] },
      "'breakGlass[0].constructPath' is missing",
    ],
    [
      'a glass without an end',
      { breakGlass: [{ ...glass, expires: undefined }] },
      "'breakGlass[0].expires' is missing",
    ],
    [
      'a Date',
      { breakGlass: [{ ...glass, expires: new Date() }] },
      "'breakGlass[0].expires' is an instance of Date: write a text",
    ],
    ['the name of a framework', { frameworks: ['owasp'] }, "'frameworks[0]' is 'owasp': write a Framework"],
    ['a framework that does not exist', { frameworks: [undefined] }, "'frameworks[0]' is missing: write a Framework"],
    ['one framework', { frameworks: Framework.AWS_FSBP }, "'frameworks' is an instance of Framework: write a list"],
    ['a rule without a check', { customRules: [rule] }, "'customRules[0].check' is missing: write a function"],
    [
      'one type for a list',
      { customRules: [{ ...rule, check: () => [], resourceTypes: 'AWS::SQS::Queue' }] },
      "'customRules[0].resourceTypes' is 'AWS::SQS::Queue': write a list of texts",
    ],
    ['a name that is nearly one of ours', { basline: 'x.json' }, "'basline' is no prop: write 'baseline'"],
    ['a name of ours in other letters', { breakglass: [] }, "'breakglass' is no prop: write 'breakGlass'"],
  ])('%s', (_, props, message) => expect(() => gate(props)).toThrow(message));

  test('with everything that is wrong in one error', () => {
    expect(() => gate({ mode: 'audit', levels: 3 })).toThrow(
      "the props of 'ServerlessSecurityChecks': 'mode' is 'audit': write 'enforce' or 'report', or leave it out; 'levels' is 3: write a list, or leave it out",
    );
  });

  test.each([
    [{ strict: undefined, mode: undefined, levels: undefined, breakGlass: undefined, baseline: undefined }],
    [{ customRules: undefined, frameworks: undefined }],
    [{ verbose: true, something: 'of another version' }],
    [{ levels: [{ ...level, scope: undefined, reason: undefined }], breakGlass: [glass] }],
  ])('but not %j', (props) => expect(() => gate(props)).not.toThrow());
});

test.each([
  [{ strict: true }, "the first argument of 'ServerlessSecurityChecks' is an object, and must be the app"],
  ['app', "is 'app', and must be the app"],
])('props in the place of the app are refused, because they would do nothing: %j', (scope, message) => {
  expect(() => gate(undefined, scope)).toThrow(message);
});

test('an argument that is no object is refused', () => {
  expect(() => gate('strict')).toThrow("the second argument of 'ServerlessSecurityChecks' is 'strict'");
});

test.each(['garbage', '-1', '1e99', '1.5', ' '])('a clock of %j is refused, because nothing would expire', (epoch) => {
  const { SOURCE_DATE_EPOCH } = process.env;
  process.env.SOURCE_DATE_EPOCH = epoch;
  try {
    expect(() => gate({})).toThrow(`SOURCE_DATE_EPOCH is "${epoch}": write seconds since 1970`);
  } finally {
    if (SOURCE_DATE_EPOCH === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = SOURCE_DATE_EPOCH;
  }
});

test('what is to be checked must be a construct', () => {
  expect(() => gate({}).validateScope(undefined as unknown as IConstruct)).toThrow("'validateScope' was given nothing");
});

describe('an exception of another type is refused at its line', () => {
  const webhook = {
    rule: 'lambda-url-auth-none',
    reason: 'the payment provider cannot sign requests',
    owner: 'team-payments',
  };

  test.each<[string, unknown, string]>([
    ['nothing', undefined, "'exception' is missing: write an object with 'rule', 'reason', 'owner'"],
    ['no rule', { ...webhook, rule: undefined }, "'exception.rule' is missing: write a text"],
    ['no reason', { ...webhook, reason: undefined }, "'exception.reason' is missing"],
    ['no owner', { ...webhook, owner: null }, "'exception.owner' is null"],
    [
      'a Date',
      { ...webhook, expires: new Date() },
      "'exception.expires' is an instance of Date: write a text, or leave it out",
    ],
    ['a number', { ...webhook, ticket: 1234 }, "'exception.ticket' is 1234: write a text, or leave it out"],
    [
      'a text of one cdk-nag rule',
      { ...webhook, nagRules: 'AwsSolutions-S1' },
      "'exception.nagRules' is 'AwsSolutions-S1': write a list of texts",
    ],
    [
      'a hole among cdk-nag rules',
      { ...webhook, nagRules: [undefined] },
      "'exception.nagRules' is a list: write a list of texts",
    ],
  ])('%s', (_, exception, message) => {
    const url = publicUrl(new Stack(new App(), 'Orders'));
    expect(() => SecurityExceptions.of(url).accept(exception as never)).toThrow(
      `Orders/Url: 'SecurityExceptions.accept' of ${message}`,
    );
    expect(url.node.metadata.filter(({ type }) => type.includes('acknowledged'))).toEqual([]);
  });

  test('and so is what is no construct', () => {
    expect(() => SecurityExceptions.of({} as IConstruct)).toThrow("'SecurityExceptions.of' was given an object");
  });
});

test.each<[unknown, string]>([
  ['\u001b[2K', "'\\u001b[2K'"],
  ['x'.repeat(100), `'${'x'.repeat(59)}…'`],
  [Object.create(null), 'an object'],
  [[1], 'a list'],
  [() => 1, 'a function'],
  [Symbol('a'), 'Symbol(a)'],
])('a value that somebody wrote is shown without harm: %#', (value, text) => expect(shown(value)).toBe(text));
