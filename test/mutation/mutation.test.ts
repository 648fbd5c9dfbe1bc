import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import { constructNames, templateOf } from './constructs';
import { mutants } from './mutants';
import type { JsonTemplate, Mutant } from './mutants';
import { survivors } from './survivors';
import type { Kind } from './survivors';
import { evaluate, rules } from '../../src/rules';
import { Application } from '../../src/template';

const validator = new CloudFormationValidatePlugin();
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What all rules find, how often each; positions in lists move when something is removed. */
function findingsIn(template: JsonTemplate): ReadonlyMap<string, number> {
  const app = Application.load([{ path: 'template.json', content: JSON.stringify(template) }]);
  const counts = new Map<string, number>();
  for (const { rule, outcome, resource, path, severity } of evaluate(rules, app)) {
    const place = path.filter((key) => !/^\d+$/.test(key)).join('.');
    const key = [rule.id, outcome, resource.logicalId, place, severity].join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Whether a rule has something to say; of another value also that it is better than the one before. */
function isNoticed({ operator, template }: Mutant, before: ReadonlyMap<string, number>): boolean {
  const after = findingsIn(template);
  const hasAnotherValue = operator === 'flip' || operator === 'next value';
  return hasMore(after, before) || (hasAnotherValue && hasMore(before, after));
}

function hasMore(findings: ReadonlyMap<string, number>, than: ReadonlyMap<string, number>): boolean {
  return [...findings].some(([key, count]) => count > (than.get(key) ?? 0));
}

/** The CDK's own validator, for what no rule of ours has to say: it cannot be deployed. */
function isRefused(template: JsonTemplate): boolean {
  const templatePath = join(folder, 'template.json');
  writeFileSync(templatePath, JSON.stringify(template));
  const context = { stackTemplates: [{ templatePath, stackConstructPath: 'Stack' }] };
  const { violations } = validator.validate(context as unknown as Parameters<typeof validator.validate>[0]);
  return violations.some(({ severity }) => severity === 'error');
}

/** Without the hash of the construct's path: `ApiDeploymentStageprod`. */
function nameOf(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}[0-9a-f]*$/, '');
}

interface Outcome {
  readonly deployable: number;
  readonly survived: readonly string[];
}

const seen = new Set<string>();

function run(construct: string): Outcome {
  const template = templateOf(construct);
  const before = findingsIn(template);
  // A resource that another construct brought in the same form was changed there.
  const known = Object.entries(template.Resources)
    .filter(([logicalId, resource]) => isSeen(`${logicalId} ${JSON.stringify(resource)}`))
    .map(([logicalId]) => logicalId);
  const survived: string[] = [];
  let deployable = 0;
  for (const mutant of mutants(template)) {
    const { logicalId, path, operator } = mutant;
    if (known.includes(logicalId)) continue;
    const wasNoticed = isNoticed(mutant, before);
    if (!wasNoticed && isRefused(mutant.template)) continue;
    deployable += 1;
    if (!wasNoticed) survived.push([nameOf(logicalId), path.join('.'), operator].join(' | '));
  }
  return { deployable, survived };
}

function isSeen(form: string): boolean {
  const wasSeen = seen.has(form);
  seen.add(form);
  return wasSeen;
}

const listed = survivors.flatMap(({ kind, places }) =>
  Object.entries(places).flatMap(([construct, changes]) =>
    changes.map((change) => ({ kind, construct, place: change.join(' | ') })),
  ),
);

const outcomes = new Map(constructNames.map((construct) => [construct, run(construct)]));

const counted = constructNames.map((construct) => {
  const { deployable, survived } = outcomes.get(construct)!;
  return { construct, deployable, survivors: survived.length };
});

describe.each(counted)('$construct ($deployable changes, $survivors noticed by no rule)', ({ construct }) => {
  test('has no change that nobody notices, but for those that are listed with their reason', () => {
    const reasoned = listed.filter((entry) => entry.construct === construct).map(({ place }) => place);
    expect(outcomes.get(construct)!.survived.filter((place) => !reasoned.includes(place))).toEqual([]);
  });

  test('has each change that is listed: remove from survivors.ts what a rule notices by now', () => {
    const reasoned = listed.filter((entry) => entry.construct === construct).map(({ place }) => place);
    expect(reasoned.filter((place) => !outcomes.get(construct)!.survived.includes(place))).toEqual([]);
  });
});

test('no change is listed twice, or for a construct that is not there', () => {
  const places = listed.map(({ construct, place }) => `${construct} | ${place}`);
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  expect(listed.filter(({ construct }) => !constructNames.includes(construct))).toEqual([]);
});

test('of the changes that deploy something else, fewer than 5 % are noticed by nobody', () => {
  const all = [...outcomes.values()].reduce((sum, { deployable }) => sum + deployable, 0);
  const count = (kind: Kind) => listed.filter((entry) => entry.kind === kind).length;
  const others = all - count('same') - count('refused');
  expect(others).toBeGreaterThan(700);
  expect(count('harmless') / others).toBeLessThan(0.05);
});
