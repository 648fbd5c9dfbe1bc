import fc from 'fast-check';
import { changedExamples } from './changed-examples';
import { templates as ofTheSchema } from './templates';
import { evaluate, rules } from '../../src/rules';
import type { Finding } from '../../src/rules';
import { Application } from '../../src/template';

const templates = fc.oneof(ofTheSchema, changedExamples);

const runs = { numRuns: 600, seed: 20_261_122 };

function findingsIn(template: object): readonly Finding[] {
  return evaluate(rules, Application.load([{ path: 'generated.json', content: JSON.stringify(template) }]));
}

/** What is the same whatever the order: texts print lists and objects in theirs, and are cut short. */
function unordered({ rule, outcome, resource, path, got, because, when }: Finding): string {
  const text = got ?? because ?? '';
  const letters = text.includes('…') ? '' : [...text].sort().join('');
  const place = path.join('.').replace(/Statement\.\d+/g, 'Statement.#');
  return [rule.id, outcome, resource.logicalId, place, letters, when.join(' and ')].join('|');
}

/** The same template with all keys, resources and statements the other way round. */
function reversed(node: unknown, key = ''): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => reversed(item));
    return key === 'Statement' ? items.reverse() : items;
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .reverse()
      .map(([name, item]) => [name, reversed(item, name)]),
  );
}

test('no template makes a rule throw, and the same template always gives the same findings', () => {
  fc.assert(
    fc.property(templates, (template) => {
      const findings = findingsIn(template);
      // As text: a finding holds its whole application, and printing that takes minutes.
      const thrown = findings.filter(({ because }) => because?.startsWith('the rule met something'));
      expect(thrown.map(({ rule, because }) => `${rule.id}: ${because}`)).toEqual([]);
      expect(findingsIn(template).map(unordered)).toEqual(findings.map(unordered));
    }),
    runs,
  );
});

test('the order of resources, keys and statements changes no finding', () => {
  fc.assert(
    fc.property(templates, (template) => {
      const findings = (one: object) => [...new Set(findingsIn(one).map(unordered))].sort();
      expect(findings(reversed(template) as object)).toEqual(findings(template));
    }),
    runs,
  );
});
