import fc from 'fast-check';
import { rules } from '../../src/rules';
import { examplesOf, templateOf } from '../evasion/insecure-settings';
import { at, copyOf, withAt } from '../evasion/raw-template';
import type { Json, JsonObject, RawTemplate } from '../evasion/raw-template';

/** What the functions in changed examples refer to. */
export const sections = {
  Parameters: {
    Open: { Type: 'String' },
    Closed: { Type: 'String', Default: 'closed' },
    Some: { Type: 'String', AllowedValues: ['Retain', 'Delete'] },
  },
  Conditions: {
    C0: { 'Fn::Equals': [{ Ref: 'Closed' }, 'closed'] },
    C1: { 'Fn::Or': [{ Condition: 'C0' }, { 'Fn::Equals': [{ Ref: 'Some' }, 'Delete'] }] },
    C2: { 'Fn::Not': [{ Condition: 'C1' }] },
  },
  Mappings: { Map: { eu: { value: 'NONE' }, us: { value: 'AWS_IAM' } } },
} as const;

/** Ways to write a value differently, or to lose it. */
const changes: readonly ((value: Json) => Json)[] = [
  (value) => ({ 'Fn::If': ['C0', value, { Ref: 'AWS::NoValue' }] }),
  (value) => ({ 'Fn::If': ['C2', { Ref: 'AWS::NoValue' }, value] }),
  (value) => ({ 'Fn::If': ['C1', '*', value] }),
  (value) => ({ 'Fn::Select': ['0', [value]] }),
  (value) => ({ 'Fn::Join': ['', ['x', value]] }),
  (value) => [value],
  (value) => ({ a: value }),
  (value) => (typeof value === 'string' ? { 'Fn::Sub': value } : String(value)),
  () => ({ Ref: 'Open' }),
  () => ({ Ref: 'Closed' }),
  () => ({ Ref: 'Some' }),
  () => ({ Ref: 'AWS::NoValue' }),
  () => ({ 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'value'] }),
  () => ({ 'Fn::ImportValue': 'elsewhere' }),
  () => ({ 'Fn::Transform': { Name: 'Company::Mutate' } }),
  () => '{{resolve:secretsmanager:books}}',
  () => null,
  () => '*',
  () => '\u001b[2J',
  () => 7,
];

/** Paths of all values below the properties of a resource. */
function pathsIn(node: Json | undefined, path: readonly string[] = []): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [path];
  return [path, ...Object.entries(node).flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

function changed(template: RawTemplate, picks: readonly (readonly [number, number, number])[]): RawTemplate {
  const { Resources: resources, ...rest } = copyOf(template);
  for (const [which, where, how] of picks) {
    const ids = Object.keys(resources);
    const id = ids[which % ids.length];
    const paths = pathsIn(resources[id].Properties);
    const path = ['Properties', ...paths[where % paths.length]];
    const value = at(resources[id], path);
    if (path.length > 1 && value !== undefined) {
      resources[id] = withAt(resources[id], path, changes[how % changes.length](value)) as JsonObject;
    }
  }
  const merged = Object.entries(sections).map(([name, section]) => [
    name,
    { ...(rest[name] as object | undefined), ...section },
  ]);
  return { ...rest, ...Object.fromEntries(merged), Resources: resources } as RawTemplate;
}

const examples = rules.flatMap((rule) => {
  const { fails, passes, unknown = [] } = examplesOf(rule);
  return [...fails, ...passes, ...unknown].filter(({ template }) => typeof template === 'string').map(templateOf);
});

/** The examples of all rules, with functions and nonsense wherever a value stands. */
export const changedExamples = fc
  .tuple(fc.constantFrom(...examples), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 4 }))
  .map(([template, picks]) => changed(template, picks));
