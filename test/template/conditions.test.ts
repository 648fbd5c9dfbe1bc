import { applicationOf, find, subject, withValue } from './templates';
import type { Application } from '../../src/template';

const stages = (value: unknown, conditions: object, parameters: object = {}) =>
  applicationOf({
    path: 'template.json',
    content: JSON.stringify(withValue(value, { Conditions: conditions, Parameters: parameters })),
  });

/** What the property is in every world, with what holds there. */
function worlds(app: ReturnType<typeof stages>): [unknown, string][] {
  const resource = find(app, 'Subject');
  return app
    .inEveryWorld(() => resource.read('Value').resolved)
    .map((outcome) => [outcome?.result, outcome?.when.join(' and ') ?? 'too many']);
}

const isProd = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };
const free = { Stage: { Type: 'String', Default: 'dev' } };

test('every branch of a condition is seen, whatever the default of its parameter', () => {
  expect(worlds(stages({ 'Fn::If': ['Prod', 'good', 'bad'] }, { Prod: isProd }, free))).toEqual([
    ['good', 'condition "Prod" is true'],
    ['bad', 'condition "Prod" is false'],
  ]);
});

test('the same condition falls out the same way everywhere', () => {
  const value = [
    { 'Fn::If': ['Prod', 'a', 'b'] },
    { 'Fn::If': ['Prod', 'a', 'b'] },
    { 'Fn::If': ['NotProd', 'b', 'a'] },
  ];
  const conditions = { Prod: isProd, NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] } };
  expect(worlds(stages(value, conditions, free)).map(([result]) => result)).toEqual([
    ['a', 'a', 'a'],
    ['b', 'b', 'b'],
  ]);
});

test('a parameter is not two things at once', () => {
  const conditions = { Prod: isProd, Test: { 'Fn::Equals': ['test', { Ref: 'Stage' }] } };
  const value = [{ 'Fn::If': ['Prod', 'prod', '-'] }, { 'Fn::If': ['Test', 'test', '-'] }, { Ref: 'Stage' }];
  expect(worlds(stages(value, conditions, free)).map(([result]) => result)).toEqual([
    ['prod', '-', 'prod'],
    ['-', 'test', 'test'],
    ['-', '-', 'dev'],
  ]);
});

test('allowed values are the only ones, in values and in conditions alike', () => {
  const parameters = { Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'test'] } };
  const value = [{ Ref: 'Stage' }, { 'Fn::If': ['Prod', 'prod', 'no'] }];
  expect(worlds(stages(value, { Prod: isProd }, parameters))).toEqual([
    [['dev', 'no'], 'condition "Prod" is false and parameter "Stage" is "dev"'],
    [['test', 'no'], 'condition "Prod" is false and parameter "Stage" is "test"'],
  ]);
});

test.each<[string, object, unknown[]]>([
  ['equal texts', { 'Fn::Equals': ['a', 'a'] }, ['yes']],
  ['different texts', { 'Fn::Equals': ['a', 'b'] }, ['no']],
  ['the same pseudo-parameter', { 'Fn::Equals': [{ Ref: 'AWS::Region' }, { Ref: 'AWS::Region' }] }, ['yes']],
  ['a pseudo-parameter', { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }, ['yes', 'no']],
  ['and, decided by one', { 'Fn::And': [{ 'Fn::Equals': ['a', 'b'] }, isProd] }, ['no']],
  ['or, decided by one', { 'Fn::Or': [{ 'Fn::Equals': ['a', 'a'] }, isProd] }, ['yes']],
  ['and, open', { 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, isProd] }, ['yes', 'no']],
  ['a condition that is malformed', { 'Fn::Strange': [] }, ['yes', 'no']],
  ['a condition of itself', { Condition: 'It' }, ['yes', 'no']],
])('%s', (_, it, wanted) => {
  expect(worlds(stages({ 'Fn::If': ['It', 'yes', 'no'] }, { It: it }, free)).map(([result]) => result)).toEqual(wanted);
});

test('a condition that the template does not have may fall out either way', () => {
  expect(worlds(stages({ 'Fn::If': ['Nowhere', 'yes', 'no'] }, {})).map(([result]) => result)).toEqual(['yes', 'no']);
});

test('a map that is asked by Region gives each of its entries', () => {
  const template = withValue(
    { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'v'] },
    { Mappings: { M: { x: { v: 1 }, y: { v: 2 } } } },
  );
  const app = applicationOf({ path: 'template.json', content: JSON.stringify(template) });
  expect(worlds(app)).toEqual([
    [1, '${AWS::Region} is "x"'],
    [2, '${AWS::Region} is "y"'],
  ]);
});

test('outside of a world, what depends on a condition is unknown and has branches', () => {
  const value = subject(
    withValue({ 'Fn::Sub': 'x-${Stage}' }, { Parameters: { Stage: { Type: 'String', AllowedValues: ['a', 'b'] } } }),
  );
  expect(value.isUnknown).toBe(true);
  expect(value.branches.map((branch) => branch.text)).toEqual(['x-a', 'x-b']);
});

test('more ways than anybody would read are cut short, and it is said', () => {
  const conditions = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `C${index}`,
      { 'Fn::Equals': [{ 'Fn::ImportValue': `i${index}` }, 'on'] },
    ]),
  );
  const value = Object.keys(conditions).map((name) => ({ 'Fn::If': [name, 1, 0] }));
  expect(worlds(stages(value, conditions)).at(-1)).toEqual([undefined, 'too many']);
});

test('a resource whose condition does not hold is not there', () => {
  const app = applicationOf(`
    Conditions:
      Public: !Equals [!Ref AWS::Region, eu-west-1]
    Resources:
      Bucket: { Type: AWS::S3::Bucket }
      Policy: { Type: AWS::S3::BucketPolicy, Condition: Public, Properties: { Bucket: !Ref Bucket } }
  `);
  const seen = () => [
    app.ofType('AWS::S3::BucketPolicy').length,
    app.attachedTo(find(app, 'Bucket'), 'AWS::S3::BucketPolicy', 'Bucket').length,
  ];
  expect(app.inEveryWorld(seen).map((outcome) => outcome?.result)).toEqual([
    [1, 1],
    [0, 0],
  ]);
});

describe('what was found about a parameter holds everywhere in a world', () => {
  const app = (sections: object, ...values: unknown[]) =>
    applicationOf(
      JSON.stringify({
        ...sections,
        Resources: { Subject: { Type: 'Test::Subject', Properties: Object.fromEntries(values.entries()) } },
      }),
    );
  const seen = (application: Application, count: number) =>
    application
      .inEveryWorld(() => {
        const subject_ = find(application, 'Subject');
        return Array.from({ length: count }, (_, index) => subject_.read(`${index}`)).map(
          (value) => value.because ?? value.text,
        );
      })
      .map((outcome) => outcome?.result.join());
  const Parameters = { Key: { Type: 'String', Default: '' } };
  const hasKey = { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Key' }, ''] }] };
  const ifHasKey = { 'Fn::If': ['HasKey', { Ref: 'Key' }, 'none'] };

  test('a default that a condition rules out is not what the parameter is', () => {
    expect(seen(app({ Parameters, Conditions: { HasKey: hasKey } }, ifHasKey), 1)).toEqual([
      'none',
      'parameter "Key" is something other than ""',
    ]);
  });

  test('in whatever order properties are read', () => {
    const both = app({ Parameters, Conditions: { HasKey: hasKey } }, { Ref: 'Key' }, ifHasKey, { Ref: 'Key' });
    const other = 'parameter "Key" is something other than ""';
    expect(seen(both, 3)).toEqual([',none,', `${other},${other},${other}`]);
    expect(seen(both, 3)).toEqual([',none,', `${other},${other},${other}`]);
  });

  test('two maps and a condition are asked for the same Region', () => {
    const Mappings = {
      A: { 'eu-west-1': { x: 'a-eu' }, 'us-east-1': { x: 'a-us' } },
      B: { 'eu-west-1': { x: 'b-eu' }, 'us-east-1': { x: 'b-us' }, 'ap-south-1': { x: 'b-ap' } },
    };
    const Conditions = { IsEurope: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    const inMap = (map: string) => ({ 'Fn::FindInMap': [map, { Ref: 'AWS::Region' }, 'x'] });
    const branch = { 'Fn::If': ['IsEurope', 'eu', 'other'] };
    const application = app({ Mappings, Conditions }, inMap('A'), inMap('B'), branch);
    expect(seen(application, 3)).toEqual(['a-eu,b-eu,eu', 'a-us,b-us,other']);
  });

  test('and is known where the stack is', () => {
    const Conditions = { IsEurope: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    const content = JSON.stringify(withValue({ 'Fn::If': ['IsEurope', 'eu', 'other'] }, { Conditions }));
    const stack = { name: 'Shop', environment: '111122223333/us-east-1' };
    const application = applicationOf({ path: 'Shop.template.json', content, stack });
    expect(find(application, 'Subject').read('Value').scalar).toBe('other');
  });

  test.each([
    [{ 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ Condition: 'A' }] }] }, ['no']],
    [{ 'Fn::Or': [{ Condition: 'A' }, { 'Fn::Not': [{ Condition: 'A' }] }] }, ['yes']],
    [{ 'Fn::Not': [{ 'Fn::And': [{ Condition: 'A' }, { Condition: 'B' }] }] }, ['yes', 'no']],
    [{ 'Fn::And': [{ 'Fn::Equals': [{ Ref: 'P' }, '1'] }, { 'Fn::Equals': [{ Ref: 'P' }, '2'] }] }, ['no']],
    [{ 'Fn::Equals': [{ Ref: 'Allowed' }, 'never'] }, ['no']],
    [{ 'Fn::Equals': ['x', 'x'] }, ['yes']],
  ])('%j falls out as logic has it', (condition, expected) => {
    const application = app(
      {
        Parameters: { P: { Type: 'String' }, Allowed: { Type: 'String', AllowedValues: ['a', 'b'] } },
        Conditions: {
          A: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] },
          B: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'b'] },
          Subject: condition,
        },
      },
      { 'Fn::If': ['Subject', 'yes', 'no'] },
    );
    expect([...new Set(seen(application, 1))].sort()).toEqual([...expected].sort());
  });
});
