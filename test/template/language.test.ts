import { applicationOf, find, subject, withValue } from './templates';
import { evaluate, rules } from '../../src/rules';
import { dedent } from '../rules/rule-examples';

const sections = {
  Parameters: {
    Names: { Type: 'CommaDelimitedList', Default: 'a,b' },
    Free: { Type: 'String' },
    Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] },
  },
  Mappings: { Sizes: { dev: { mb: 1, list: ['x', 'y'] }, prod: { mb: 2, list: ['z'] } } },
  Conditions: { Open: { 'Fn::Equals': [{ 'Fn::ImportValue': 'x' }, 'on'] } },
};
const read = (value: unknown) => subject(withValue(value, sections));

describe('functions within functions', () => {
  test.each<[string, unknown, unknown]>([
    ['the length of a parameter', { 'Fn::Length': { Ref: 'Names' } }, 2],
    ['the length of a split', { 'Fn::Length': { 'Fn::Split': ['|', 'a|b|c'] } }, 3],
    ['the length without what is not there', { 'Fn::Length': ['a', { Ref: 'AWS::NoValue' }] }, 1],
    ['a list of a map', { 'Fn::Join': ['-', { 'Fn::FindInMap': ['Sizes', 'dev', 'list'] }] }, 'x-y'],
    ['a map by a function', { 'Fn::FindInMap': [{ 'Fn::Sub': 'Sizes' }, { 'Fn::Select': [0, ['prod']] }, 'mb'] }, 2],
    [
      'a default that is a function',
      { 'Fn::FindInMap': ['Sizes', 'none', 'mb', { DefaultValue: { 'Fn::Sub': 'x-${AWS::Region}' } }] },
      'x-${AWS::Region}',
    ],
    [
      'text of JSON',
      { 'Fn::ToJsonString': { a: { 'Fn::Sub': '${AWS::Region}' }, b: { Ref: 'AWS::NoValue' } } },
      '{"a":"${AWS::Region}"}',
    ],
    ['text of a list', { 'Fn::ToJsonString': [1, 'a', null] }, '[1,"a",null]'],
    ['base64 of a text', { 'Fn::Base64': { 'Fn::Join': ['', ['h', 'i']] } }, 'aGk='],
    [
      'a split of a substitution',
      { 'Fn::Select': ['1', { 'Fn::Split': ['/', { 'Fn::Sub': 'a/${AWS::Region}/b' }] }] },
      '${AWS::Region}',
    ],
  ])('%s', (_, value, wanted) => {
    expect(read(value).resolved).toEqual(wanted);
  });

  test.each<[string, unknown, readonly unknown[]]>([
    ['a map by a parameter', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'mb'] }, [1, 2]],
    ['a length by a condition', { 'Fn::Length': { 'Fn::If': ['Open', ['a'], ['a', 'b']] } }, [1, 2]],
    ['a text by a condition', { 'Fn::ToJsonString': { a: { 'Fn::If': ['Open', 1, 2] } } }, ['{"a":1}', '{"a":2}']],
  ])('%s is one of several', (_, value, wanted) => {
    const app = applicationOf(JSON.stringify(withValue(value, sections)));
    const seen = app.inEveryWorld(() => find(app, 'Subject').read('Value').resolved);
    expect(seen.map((outcome) => outcome?.result)).toEqual(wanted);
  });

  test.each<[string, unknown]>([
    ['the zones of a Region', { 'Fn::GetAZs': { Ref: 'AWS::Region' } }],
    ['one of them', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    ['networks', { 'Fn::Cidr': ['10.0.0.0/16', 6, 8] }],
    ['one of them', { 'Fn::Select': [0, { 'Fn::Cidr': ['10.0.0.0/16', 6, 8] }] }],
    ['the length of what nobody knows', { 'Fn::Length': { 'Fn::GetAZs': '' } }],
    ['an include', { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } } }],
    ['a list of macros', { 'Fn::Transform': [{ Name: 'A' }, { Name: 'B' }] }],
    ['base64 of what nobody knows', { 'Fn::Base64': { Ref: 'Free' } }],
    ['a text of what nobody knows', { 'Fn::ToJsonString': { a: { Ref: 'Free' } } }],
    ['the length of a text', { 'Fn::Length': 'a' }],
    ['a position that is not there', { 'Fn::Select': [7, ['a']] }],
    ['a position that is no number', { 'Fn::Select': ['a', ['b']] }],
  ])('%s: unknown, and it says why', (_, value) => {
    expect(read(value).isUnknown).toBe(true);
    expect(read(value).because).toMatch(/\w+/);
  });
});

describe('a loop', () => {
  const looped = (template: string) => applicationOf(`Transform: AWS::LanguageExtensions\n${dedent(template)}`);

  test('makes conditions and outputs, and what refers to them', () => {
    const app = looped(`
      Conditions:
        'Fn::ForEach::Conditions': [Stage, [dev, prod], { 'Is\${Stage}': !Equals [!Ref 'AWS::StackName', !Ref Stage] }]
      Resources:
        Subject: { Type: 'Test::Subject', Properties: { Value: !If [Isprod, a, b] } }
        Queue: { Type: AWS::SQS::Queue }
      Outputs:
        'Fn::ForEach::Out': [Name, [A, B], { 'Out\${Name}': { Value: !Ref Queue, Export: { Name: 'x-\${Name}' } } }]
    `);
    expect(app.inEveryWorld(() => find(app, 'Subject').read('Value').scalar).map((outcome) => outcome?.result)).toEqual(
      ['a', 'b'],
    );
    expect(String(app.templates[0].output('OutB'))).toBe('${Queue}');
  });

  test('deep in properties and in lists of them', () => {
    const app = looped(`
      Resources:
        Subject:
          Type: Test::Subject
          Properties:
            Value: { a: [{ 'Fn::ForEach::X': [K, [p, q], { '\${K}': !Sub '\${K}-\${AWS::Region}' }] }] }
    `);
    expect(find(app, 'Subject').read('Value').resolved).toEqual({
      a: [{ p: 'p-${AWS::Region}', q: 'q-${AWS::Region}' }],
    });
  });

  test('over a parameter with allowed values has a turn for each', () => {
    const app = looped(`
      Parameters: { Which: { Type: CommaDelimitedList, AllowedValues: ['a,b', 'c'] } }
      Resources: { 'Fn::ForEach::Q': [N, !Ref Which, { 'Q\${N}': { Type: AWS::SQS::Queue } }] }
    `);
    expect(app.resources.map(({ logicalId }) => logicalId)).toEqual(['Qa', 'Qb', 'Qc']);
  });

  test.each(['[N]', '"text"', '[1, [a], {}]', '[N, [a], text]', '[N, {}, {}]'])(
    'that is malformed is no exception (%s)',
    (loop) => {
      expect(() =>
        looped(`
      Resources:
        A: { Type: X }
        'Fn::ForEach::Q': ${loop}
    `),
      ).not.toThrow();
    },
  );
});

test('modules are resources that nobody knows the inside of, and what refers to it leads to them', () => {
  const app = applicationOf(`
    Resources:
      Store: { Type: 'My::S3::Store::MODULE', Properties: { Name: a } }
      Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Store.Bucket } }
      Parameter: { Type: AWS::SSM::Parameter, Properties: { Value: !GetAtt Store.Bucket.Arn } }
  `);
  expect(find(app, 'Policy').read('Bucket').isUnknown).toBe(true);
  expect(find(app, 'Parameter').read('Value').target).toBe(find(app, 'Store'));
  expect(evaluate(rules, app).filter(({ because }) => because?.startsWith('the rule met'))).toEqual([]);
});
