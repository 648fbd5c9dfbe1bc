import { applicationOf, find } from './templates';
import { Application } from '../../src/template';
import { parseTemplate } from '../../src/template/parse';

/** The property of the only resource of a template in YAML. */
const written = (value: string) => {
  const { Resources } = parseTemplate(
    'template.yaml',
    `Resources:\n  A:\n    Type: X\n    Properties:\n      Value: ${value}\n`,
  );
  return (Resources as { A: { Properties: { Value: unknown } } }).A.Properties.Value;
};

test.each<[string, unknown]>([
  ['!Ref A', { Ref: 'A' }],
  ["!Ref 'A'", { Ref: 'A' }],
  ['!Ref "AWS::Region"', { Ref: 'AWS::Region' }],
  ['!GetAtt A.Arn', { 'Fn::GetAtt': 'A.Arn' }],
  ['!GetAtt [A, Arn]', { 'Fn::GetAtt': ['A', 'Arn'] }],
  ['!GetAtt\n        - A\n        - Arn', { 'Fn::GetAtt': ['A', 'Arn'] }],
  ['!Sub "${A}-x"', { 'Fn::Sub': '${A}-x' }],
  ['!Sub ["${V}", { V: !Ref A }]', { 'Fn::Sub': ['${V}', { V: { Ref: 'A' } }] }],
  ['!Sub |\n        one\n        ${A}', { 'Fn::Sub': 'one\n${A}\n' }],
  ['!Join ["", [a, !Ref A]]', { 'Fn::Join': ['', ['a', { Ref: 'A' }]] }],
  ['!Select [0, !Split [",", "a,b"]]', { 'Fn::Select': [0, { 'Fn::Split': [',', 'a,b'] }] }],
  ['!FindInMap [M, !Ref A, b]', { 'Fn::FindInMap': ['M', { Ref: 'A' }, 'b'] }],
  ['!If [C, a, !Ref AWS::NoValue]', { 'Fn::If': ['C', 'a', { Ref: 'AWS::NoValue' }] }],
  [
    '!And [!Condition A, !Not [!Equals [a, b]], !Or [!Condition B, !Condition C]]',
    {
      'Fn::And': [
        { Condition: 'A' },
        { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] },
        { 'Fn::Or': [{ Condition: 'B' }, { Condition: 'C' }] },
      ],
    },
  ],
  ['!ImportValue { "Fn::Sub": "${A}-x" }', { 'Fn::ImportValue': { 'Fn::Sub': '${A}-x' } }],
  ['!Base64\n        Fn::Sub: x', { 'Fn::Base64': { 'Fn::Sub': 'x' } }],
  ['!Cidr [10.0.0.0/16, 6, 8]', { 'Fn::Cidr': ['10.0.0.0/16', 6, 8] }],
  ["!GetAZs ''", { 'Fn::GetAZs': '' }],
  ['!GetAZs', { 'Fn::GetAZs': '' }],
  [
    '!Transform { Name: AWS::Include, Parameters: { Location: s3://a/b } }',
    {
      'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } },
    },
  ],
  ['!Length [a, b]', { 'Fn::Length': ['a', 'b'] }],
  ['!ToJsonString { a: 1 }', { 'Fn::ToJsonString': { a: 1 } }],
  ['{ Fn::Sub: x }', { 'Fn::Sub': 'x' }],
  ['&a !Ref A', { Ref: 'A' }],
])('the short form %s is what it stands for', (value, wanted) => {
  expect(written(value)).toEqual(wanted);
});

describe('scalars are what CloudFormation reads', () => {
  test.each<[string, unknown]>([
    ['yes', true],
    ['No', false],
    ['ON', true],
    ['off', false],
    ['True', true],
    ["'yes'", 'yes'],
    ['y', 'y'],
    ['2012-10-17', '2012-10-17'],
    ['012345678901', '012345678901'],
    ['111122223333', 111122223333],
    ['010', 8],
    ['~', null],
    ['null', null],
    ['', null],
    ["''", ''],
    ['!!str 5', '5'],
    ['>-\n        a\n        b', 'a b'],
    ['|\n        a\n        b', 'a\nb\n'],
  ])('%s', (value, wanted) => {
    expect(written(value)).toEqual(wanted);
  });

  test('so that what is switched on with another word is seen', () => {
    const app = applicationOf('Resources: { A: { Type: X, Properties: { Open: yes, Closed: off } } }');
    expect([find(app, 'A').read('Open').isTrue, find(app, 'A').read('Closed').isFalse]).toEqual([true, true]);
  });
});

describe('what stands twice, or for something else,', () => {
  test.each([
    ['a key twice', 'Resources:\n  A: { Type: X }\n  A: { Type: Y }', /unique/],
    ['a section twice', 'Resources: { A: { Type: X } }\nResources: { B: { Type: Y } }', /unique/],
    ['a property twice in a flow', 'Resources: { A: { Type: X, Properties: { a: 1, a: 2 } } }', /unique/],
    ['an alias that is nowhere', 'Resources: { A: *nowhere }', /alias|anchor/i],
    ['two documents', 'Resources: { A: { Type: X } }\n---\nResources: {}', /document/i],
    ['a tab', 'Resources:\n\tA: { Type: X }', /tab/i],
  ])('is an error that names the file and says so: %s', (_, content, message) => {
    expect(() => parseTemplate('bad.yaml', content)).toThrow(/"bad\.yaml"/);
    expect(() => parseTemplate('bad.yaml', content)).toThrow(message);
  });

  test('aliases and merges are read as what they stand for', () => {
    const value = '{ one: &one { a: 1, b: 2 }, two: { <<: *one, b: 3 }, three: { <<: [*one, { c: 4 }] }, four: *one }';
    expect(written(value)).toEqual({
      one: { a: 1, b: 2 },
      two: { a: 1, b: 3 },
      three: { a: 1, b: 2, c: 4 },
      four: { a: 1, b: 2 },
    });
  });

  test('the first of several merged maps counts', () => {
    expect(written('{ x: &x { a: 1 }, y: &y { a: 2 }, z: { <<: [*x, *y] } }')).toMatchObject({ z: { a: 1 } });
  });

  test('a key of JSON that stands twice is the last, as for every reader of JSON', () => {
    const app = Application.load([
      { path: 'a.json', content: '{"Resources":{"A":{"Type":"X","Properties":{"V":1,"V":2}}}}' },
    ]);
    expect(find(app, 'A').read('V').number).toBe(2);
  });
});

test.each([
  ['ten thousand aliases in a list', `&a x]\n      Other: [${Array(10_000).fill('*a').join()}`, '['],
  ['a very long line', 'x'.repeat(1_000_000), ''],
])('%s is read', (_, value, open) => {
  expect(() => written(`${open}${value}${open && ']'}`)).not.toThrow();
});

describe('flow collections may stand further left than YAML wants, because what deploys templates reads them', () => {
  test.each<[string, string, unknown]>([
    ['a closing bracket within a list', '!If [A, {\n        B: 1\n      }, c]', { 'Fn::If': ['A', { B: 1 }, 'c'] }],
    ['all lines at the margin', '{\n"Statement": [\n{ "Effect": "Allow" }\n]\n}', { Statement: [{ Effect: 'Allow' }] }],
    ['a bracket in a text', '{ a: "[",\n  b: [1,\n2] }', { a: '[', b: [1, 2] }],
    ['a comment between', '[\n# why\n1,\n2 ]', [1, 2]],
  ])('%s', (_, value, wanted) => {
    expect(written(value)).toEqual(wanted);
  });

  test('what is behind them belongs to where it stands', () => {
    const { Resources } = parseTemplate(
      'template.yaml',
      'Resources:\n  A:\n    Type: X\n    Properties:\n      B: !If [C, {\n        D: 1\n      }, e]\n      F: 2\n',
    );
    expect(Resources).toEqual({ A: { Type: 'X', Properties: { B: { 'Fn::If': ['C', { D: 1 }, 'e'] }, F: 2 } } });
  });

  test('a bracket that nobody closes is still told', () => {
    expect(() => written('[1,\n2')).toThrow(/is not valid YAML/);
  });

  test('hundreds of such lines are refused, because each costs as much as the whole template', () => {
    expect(() => written(`[\n${'1,\n'.repeat(500)}]`)).toThrow(/is not valid YAML/);
  });
});
