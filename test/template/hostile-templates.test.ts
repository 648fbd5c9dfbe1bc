import { applicationOf, find, subject, withValue } from './templates';
import { evaluate, rules } from '../../src/rules';

const nested = (depth: number, inner: unknown): unknown =>
  Array.from({ length: depth }).reduce((value) => ({ 'Fn::Join': ['', [value]] }), inner);

test('things that depend on themselves are unknown', () => {
  const app = applicationOf(
    {
      path: 'parent.yaml',
      content: `
        Resources:
          Child:
            Type: AWS::CloudFormation::Stack
            Properties: { TemplateURL: child.yaml, Parameters: { P: !GetAtt Child.Outputs.P } }
          Subject: { Type: 'Test::Subject', Properties: { Value: !GetAtt Child.Outputs.P, Import: !ImportValue ring } }
        Outputs:
          Ring: { Value: !ImportValue ring, Export: { Name: ring } }
      `,
    },
    {
      path: 'child.yaml',
      content: `
        Parameters: { P: { Type: String } }
        Resources: { Queue: { Type: AWS::SQS::Queue } }
        Outputs: { P: { Value: !Ref P } }
      `,
    },
  );
  expect(find(app, 'Subject').read('Value').because).toMatch(/depends on itself/);
  expect(find(app, 'Subject').read('Import').because).toMatch(/depends on itself/);
});

test('stacks that are nested in themselves do not hang', () => {
  const app = applicationOf({
    path: 'self.yaml',
    content: `
      Resources:
        Self: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: self.yaml } }
    `,
  });
  expect(find(app, 'Self').exists).toBe(true);
  const ring = applicationOf(
    {
      path: 'a.yaml',
      content: 'Resources: { B: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: b.yaml } } }',
    },
    {
      path: 'b.yaml',
      content: 'Resources: { A: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a.yaml } } }',
    },
  );
  expect(find(ring, 'A').exists).toBe(true);
});

test('conditions that depend on each other may fall out either way', () => {
  const app = applicationOf(`
    Conditions: { A: { Condition: B }, B: !Not [{ Condition: A }] }
    Resources:
      Subject: { Type: 'Test::Subject', Condition: A, Properties: { Value: !If [B, 1, 2] } }
  `);
  const outcomes = app.inEveryWorld(() => find(app, 'Subject').exists);
  expect(outcomes.length).toBeGreaterThan(1);
});

test('functions nested too deeply are unknown, not an exception', () => {
  expect(subject(withValue(nested(300, 'x'))).because).toMatch(/nested more than 256 levels/);
  expect(subject(withValue(nested(100, 'x'))).text).toBe('x');
});

test('YAML nested too deeply is an error that names the file', () => {
  const deep = `Resources: { A: { Type: X, Properties: ${'['.repeat(5_000)}${']'.repeat(5_000)} } }`;
  expect(() => applicationOf({ path: 'deep.yaml', content: deep })).toThrow(/deep\.yaml/);
});

test('aliases that explode are an error that names the file', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join()}]`,
    );
  }
  const content = [...lines, 'Resources: { A: { Type: X } }'].join('\n');
  expect(() => applicationOf({ path: 'bomb.yaml', content })).toThrow(/template "bomb\.yaml"/);
});

test('an alias of itself is an error that names the file', () => {
  const content = 'Resources: { A: &a { Type: X, Properties: { Me: *a } } }';
  expect(() => applicationOf({ path: 'self.yaml', content })).toThrow(/template "self\.yaml"/);
});

test.each(['json', 'yaml'])('a key like __proto__ (%s) is a key like others', (format) => {
  const json =
    '{"Resources":{"__proto__":{"Type":"AWS::S3::Bucket"},"Subject":{"Type":"X","Properties":{"Value":{"__proto__":{"polluted":1},"constructor":{"Ref":"__proto__"}}}}}}';
  const content = format === 'json' ? json : `# yaml\n${json}`;
  const app = applicationOf({ path: `t.${format}`, content });
  const value = find(app, 'Subject').read('Value');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(value.read('polluted').isAbsent).toBe(true);
  expect(value.read(['__proto__', 'polluted']).number).toBe(1);
  expect(value.read('constructor').target?.logicalId).toBe('__proto__');
});

test('a text of ten megabytes is read', () => {
  const text = 'x'.repeat(10_000_000);
  const read = subject(withValue({ 'Fn::Sub': `${text}\${AWS::Region}` })).text;
  expect(read?.length).toBe(text.length + '${AWS::Region}'.length);
});

test('alternatives that multiply are unknown', () => {
  const parameters = Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [`P${index}`, { Type: 'String', AllowedValues: ['a', 'b', 'c'] }]),
  );
  const value = {
    'Fn::Sub': Object.keys(parameters)
      .map((name) => `\${${name}}`)
      .join(''),
  };
  expect(subject(withValue(value, { Parameters: parameters })).because).toMatch(/more than 64 combinations/);
});

test('no rule throws at nonsense where it expects something else', () => {
  const nonsense = [
    null,
    0,
    '',
    [],
    {},
    [[[]]],
    { Ref: 1 },
    { 'Fn::If': 'x' },
    { 'Fn::Sub': [] },
    { 'Fn::GetAtt': {} },
    true,
  ];
  for (const value of nonsense) {
    for (const rule of rules) {
      const [type] = [rule.appliesTo].flat();
      const names = [
        'AccessControl',
        'AuthType',
        'Principal',
        'PolicyDocument',
        'Policies',
        'KeyPolicy',
        'Environment',
        'MethodSettings',
      ];
      const content = JSON.stringify({
        Resources: { It: { Type: type, Properties: Object.fromEntries(names.map((name) => [name, value])) } },
      });
      const findings = evaluate([rule], applicationOf({ path: 'nonsense.json', content }));
      expect(findings.filter(({ because }) => because?.startsWith('the rule met something'))).toEqual([]);
    }
  }
});
