import { demand, evaluate, fail, pass, unknown } from '../../src/rules';
import type { Rule } from '../../src/rules';
import { applicationOf } from '../template/templates';

function ruleWith(check: Rule['check'], appliesTo: Rule['appliesTo'] = 'Test::Subject'): Rule {
  return {
    id: 'test-rule',
    severity: 'high',
    title: 'it is bad',
    why: 'Because.',
    serviceDefault: 'None.',
    fix: 'make it good',
    references: {},
    appliesTo,
    check,
  };
}

const good = ruleWith((it) => demand(it.read('Value'), (value) => value.is('good'), '"good"'));

const found = (rule: Rule, template: string) =>
  evaluate([rule], applicationOf(template)).map(({ outcome, resource, path, got, wanted, because, when }) => ({
    outcome,
    at: [resource.logicalId, ...path].join('/'),
    say: got === undefined ? because : `${got} instead of ${wanted}`,
    when,
  }));

test('a finding says where, what was got and what was wanted', () => {
  expect(found(good, 'Resources: { It: { Type: Test::Subject, Properties: { Value: bad } } }')).toEqual([
    { outcome: 'fail', at: 'It/Properties/Value', say: '"bad" instead of "good"', when: [] },
  ]);
});

test('an absent property is named as the place, and what it means is for the rule to say', () => {
  expect(found(good, 'Resources: { It: { Type: Test::Subject } }')).toEqual([
    { outcome: 'fail', at: 'It/Properties/Value', say: 'not set instead of "good"', when: [] },
  ]);
});

test('a finding under one condition says which', () => {
  const template = `
    Conditions: { Lax: !Equals [!Ref AWS::Region, a] }
    Resources: { It: { Type: Test::Subject, Properties: { Value: !If [Lax, bad, good] } } }
  `;
  expect(found(good, template)).toEqual([
    { outcome: 'fail', at: 'It/Properties/Value', say: '"bad" instead of "good"', when: ['condition "Lax" is true'] },
  ]);
});

test('a finding under every condition is one, without conditions', () => {
  const template = `
    Conditions: { Lax: !Equals [!Ref AWS::Region, a] }
    Resources: { It: { Type: Test::Subject, Properties: { Value: bad, Other: !If [Lax, 1, 2] } } }
  `;
  const rule = ruleWith((it) => (it.read('Other').number ? fail(it.read('Value'), { wanted: 'x' }) : pass()));
  expect(found(rule, template).map(({ when }) => when)).toEqual([[]]);
});

test('a resource is judged only where its condition holds', () => {
  const template = `
    Conditions: { Lax: !Equals [!Ref AWS::Region, a] }
    Resources:
      It: { Type: Test::Subject, Condition: Lax, Properties: { Value: !If [Lax, good, bad] } }
  `;
  expect(found(good, template)).toEqual([]);
});

test('an unknown value is told apart from a wrong one', () => {
  const template = `
    Parameters: { Free: { Type: String } }
    Resources: { It: { Type: Test::Subject, Properties: { Value: !Ref Free } } }
  `;
  expect(found(good, template)).toEqual([
    { outcome: 'unknown', at: 'It/Properties/Value', say: 'parameter "Free" has no default', when: [] },
  ]);
});

test('a rule may find several things, in several resources and of several types', () => {
  const rule = ruleWith(
    (it, app) => [fail(it, { wanted: 'less' }), ...app.ofType('Test::Other').map((other) => unknown(other, 'of it'))],
    ['Test::Subject', 'Test::Third'],
  );
  const template = 'Resources: { A: { Type: Test::Subject }, B: { Type: Test::Other }, C: { Type: Test::Third } }';
  expect(found(rule, template).map(({ outcome, at }) => `${outcome} ${at}`)).toEqual([
    'fail A',
    'unknown B',
    'fail C',
    'unknown B',
  ]);
});

test('a rule that throws cannot tell', () => {
  const rule = ruleWith(() => {
    throw new Error('oops');
  });
  expect(found(rule, 'Resources: { It: { Type: Test::Subject } }')).toEqual([
    {
      outcome: 'unknown',
      at: 'It',
      say: 'the rule met something that it does not understand (oops)',
      when: [],
    },
  ]);
});

test('more conditions than anybody could check cannot be told, beside what was found', () => {
  const names = Array.from({ length: 8 }, (_, index) => `C${index}`);
  const template = `
    Conditions: { ${names.map((name, index) => `${name}: !Equals [!ImportValue i${index}, on]`).join(', ')} }
    Resources: { It: { Type: Test::Subject, Properties: { Value: [${names.map((name) => `!If [${name}, good, bad]`).join(', ')}] } } }
  `;
  const rule = ruleWith((it) =>
    it.read('Value').items.map((item) => demand(item, (value) => value.is('good'), '"good"')),
  );
  const outcomes = found(rule, template).map(({ outcome, say }) => `${outcome}: ${say}`);
  expect(outcomes).toContain('fail: "bad" instead of "good"');
  expect(outcomes).toContainEqual(expect.stringMatching(/^unknown: there are more ways for condition "C0"/));
});

test.each(['good', 'bad'])('a rule runs once on a resource that is %s and asks for no condition', (value) => {
  const check = jest.fn(good.check);
  evaluate(
    [ruleWith(check)],
    applicationOf(`Resources: { It: { Type: Test::Subject, Properties: { Value: ${value} } } }`),
  );
  expect(check).toHaveBeenCalledTimes(1);
});

test('findings are told rule by rule, in the order of the types that a rule names, however they were worked out', () => {
  const everyOne = (id: string, types: string[]): Rule => ({
    ...ruleWith((it) => fail(it, { got: 'it', wanted: 'nothing' }), types),
    id,
  });
  const rules = [everyOne('first-rule', ['Test::B', 'Test::A']), everyOne('second-rule', ['Test::A', 'Test::B'])];
  const app = applicationOf('Resources: { A1: { Type: Test::A }, B1: { Type: Test::B }, A2: { Type: Test::A } }');
  expect(evaluate(rules, app).map(({ rule, resource }) => `${rule.id} ${resource.logicalId}`)).toEqual([
    ...['first-rule B1', 'first-rule A1', 'first-rule A2'],
    ...['second-rule A1', 'second-rule A2', 'second-rule B1'],
  ]);
});
