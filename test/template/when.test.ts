import { applicationOf, find, withValue } from './templates';
import type { Rule } from '../../src/rules/define-rule';
import { evaluate } from '../../src/rules/evaluate';
import { fail, pass } from '../../src/rules/results';
import type { Application, Resource } from '../../src/template';

const on = (name: string) => ({ 'Fn::Equals': [{ 'Fn::ImportValue': name }, 'on'] });
const conditions = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, on(name)]));

/** Under which conditions something is so, in the words of a finding. */
function when(app: Application, isSo: (subject: Resource) => boolean): readonly string[] | undefined {
  const check = (subject: Resource) => (isSo(subject) ? fail(subject, { wanted: 'another' }) : pass());
  const rule = { id: 'test', appliesTo: 'Test::Subject', check } as unknown as Rule;
  return evaluate([rule], app).find(({ outcome }) => outcome === 'fail')?.when;
}

const json = (template: object) => applicationOf({ path: 'template.json', content: JSON.stringify(template) });
const either = ['A', 'B', 'C'].map((name) => ({ 'Fn::If': [name, 'bad', 'good'] }));
const isBad = (subject: Resource) => subject.read('Value').items.some((item) => item.is('bad'));
const allBad = (subject: Resource) => subject.read('Value').items.every((item) => item.is('bad'));

describe('the words for when something is so', () => {
  test('are the same whatever is asked first', () => {
    const Conditions = conditions('A', 'B', 'C');
    for (const value of [either, [...either].reverse(), [either[1], either[0], either[2]]]) {
      expect(when(json(withValue(value, { Conditions })), isBad)).toEqual(['condition "A" is true']);
    }
  });

  test('name all that has to hold, and nothing that does not matter', () => {
    const Conditions = conditions('A', 'B', 'C');
    const all = ['condition "A" is true', 'condition "B" is true', 'condition "C" is true'];
    expect(when(json(withValue(either, { Conditions })), allBad)).toEqual(all);
    const first = (subject: Resource) => isBad(subject) && subject.read('Value').items[0].is('bad');
    expect(when(json(withValue(either, { Conditions })), first)).toEqual(['condition "A" is true']);
  });

  test('are none where it is always so, be it for different reasons', () => {
    const value = { 'Fn::If': ['A', 'bad', { 'Fn::If': ['B', 'bad', 'bad'] }] };
    expect(when(json(withValue([value], { Conditions: conditions('A', 'B') })), isBad)).toEqual([]);
  });

  test('are none where it is so whenever the resource is there', () => {
    const template = withValue('bad', { Conditions: conditions('A') }) as { Resources: Record<string, object> };
    const Subject = { ...template.Resources.Subject, Condition: 'A' };
    expect(when(json({ ...template, Resources: { Subject } }), isBad)).toEqual([]);
  });

  test.each([[['Stage', 'Region']], [['Region', 'Stage']]])(
    'say what a parameter is, whether it is read first or compared first (%j)',
    (order) => {
      const Conditions = { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };
      const Parameters = { Stage: { Type: 'String', Default: 'dev' } };
      const values = { Stage: { Ref: 'Stage' }, Region: { 'Fn::If': ['Prod', 'bad', 'good'] } };
      const read = (subject: Resource) =>
        order.map((key) => subject.read(`Value.${key}`).text).filter((text) => text === 'bad' || text === 'prod')
          .length === 2;
      expect(when(json(withValue(values, { Conditions, Parameters })), read)).toEqual(['condition "Prod" is true']);
    },
  );

  test('say that a parameter is something else than what conditions ask for', () => {
    const Conditions = { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };
    const app = json(
      withValue({ Ref: 'Stage' }, { Conditions, Parameters: { Stage: { Type: 'String', Default: 'bad' } } }),
    );
    expect(when(app, isBad)).toEqual(['parameter "Stage" is none of "prod"']);
  });
});

describe('where there are more ways than are looked at', () => {
  const names = Array.from({ length: 12 }, (_, index) => `C${index}`);
  const value = names.map((name) => ({ 'Fn::If': [name, 'on', 'off'] }));
  const app = json(withValue(value, { Conditions: conditions(...names) }));
  const items = () =>
    find(app, 'Subject')
      .read('Value')
      .items.map((item) => item.text);

  test('a finding says which conditions they are, and that not all was looked at', () => {
    const rule = { id: 'test', appliesTo: 'Test::Subject', check: () => (items(), pass()) } as unknown as Rule;
    const [finding, ...others] = evaluate([rule], app);
    expect(others).toEqual([]);
    expect(finding.outcome).toBe('unknown');
    expect(finding.because).toMatch(
      /^there are more ways for condition "C0", condition "C1", condition "C10" and 9 more to fall out than the \d+ that were/,
    );
  });

  test.each(names)('what depends on %s alone is found, whichever way the others fall out', (name) => {
    const at = names.indexOf(name);
    const count = (text: string) => items().filter((item) => item === text).length;
    expect(when(app, () => items()[at] === 'off' && count('off') === 1)).toBeDefined();
    expect(when(app, () => items()[at] === 'on' && count('on') === 1)).toBeDefined();
  });

  test('their number is bounded', () => {
    expect(app.inEveryWorld(items).length).toBeLessThanOrEqual(130);
  });
});
