import { applicationOf, find, subject, withValue } from './templates';

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
    [['dev', 'no'], 'parameter "Stage" is "dev" and condition "Prod" is false'],
    [['test', 'no'], 'parameter "Stage" is "test" and condition "Prod" is false'],
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
    Array.from({ length: 12 }, (_, index) => [`C${index}`, { 'Fn::Equals': [{ Ref: 'AWS::Region' }, `${index}`] }]),
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
