import { evaluate, rules } from '../../src/rules';
import type { Rule } from '../../src/rules';
import { Application } from '../../src/template';

const bucket = '{ "Type": "AWS::S3::Bucket", "Properties": { "AccessControl": "PublicReadWrite" } }';
const acl = rules.filter(({ id }) => id === 's3-acl-public-write');

const judged = (content: string, path = 'hostile.json', chosen: readonly Rule[] = acl) =>
  evaluate(chosen, Application.load([{ path, content }]));

const wrapped = (depth: number, open: string, close: string, inner: string) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

const inProperties = (value: string) =>
  `{ "Resources": { "B": { "Type": "AWS::S3::Bucket", "Properties": { "AccessControl": "PublicReadWrite", "Tags": ${value} } } } }`;

test.each([
  ['lists nested 1,001 deep', inProperties(wrapped(1_001, '[', ']', '')), 'hostile.json'],
  ['objects nested 100,000 deep', inProperties(wrapped(100_000, '{"a":', '}', '1')), 'hostile.json'],
  [
    'YAML nested 5,000 deep',
    `Resources: { B: { Type: X, Properties: ${wrapped(5_000, '[', ']', '')} } }`,
    'hostile.yaml',
  ],
  ['a key that stands twice in YAML', 'Resources:\n  B: { Type: X }\n  B: { Type: Y }', 'hostile.yaml'],
  ['an alias of itself', 'Resources: { B: &b { Type: X, Properties: { Me: *b } } }', 'hostile.yaml'],
  ['nothing', ' ', 'hostile.json'],
  ['JSON that ends in the middle', '{ "Resources": {', 'hostile.json'],
  ['an anchor that is nowhere', 'Resources: { B: *nowhere }', 'hostile.yaml'],
])('%s is an error that names the file', (_, content, path) => {
  expect(() => judged(content, path)).toThrow(/"hostile\.(json|yaml)"/);
});

test.each([
  ['lists nested 900 deep', inProperties(wrapped(900, '[', ']', ''))],
  ['functions nested 300 deep', inProperties(wrapped(300, '{"Fn::Join":["",[', ']]}', '"x"'))],
  [
    'conditions that ask for each other',
    `{ "Conditions": { "A": { "Condition": "B" }, "B": { "Fn::Not": [{ "Condition": "A" }] } }, "Resources": { "B": ${bucket} } }`,
  ],
  ['a resource that refers to itself', inProperties('{ "Ref": "B" }')],
  ['text of ten megabytes', inProperties(JSON.stringify('x'.repeat(10_000_000)))],
  ['ten megabytes of stars', inProperties(JSON.stringify('*'.repeat(10_000_000)))],
  ['a key __proto__', inProperties('{ "__proto__": { "AccessControl": "Private" }, "constructor": 1 }')],
  ['control characters in a name', `{ "Resources": { "B\\u001b[2J\\u0000": ${bucket} } }`],
  ['half a character', inProperties('"\\ud800"')],
  [
    'a hundred thousand tags',
    inProperties(JSON.stringify(Array.from({ length: 100_000 }, () => ({ Key: 'a', Value: 'b' })))),
  ],
])('%s does not hide what is wrong beside it', (_, content) => {
  expect(judged(content).map(({ outcome }) => outcome)).toContain('fail');
  expect(judged(content, 'hostile.json', rules).filter(({ because }) => because?.startsWith('the rule met'))).toEqual(
    [],
  );
});

test('nothing that a template names is added to what everything inherits', () => {
  judged(
    '{ "Resources": { "__proto__": { "Type": "AWS::S3::Bucket", "Properties": { "polluted": 1 } } }, "Mappings": { "__proto__": { "polluted": { "x": 1 } } } }',
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(({} as Record<string, unknown>).Type).toBeUndefined();
});
