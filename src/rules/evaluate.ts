import { Value, whenItIsSo } from '../template';
import type { Application, Note, Outcome, Resource } from '../template';
import type { Rule, Severity } from './define-rule';
import { unknown } from './results';
import type { Fail, Place, Result, Unsure } from './results';

/** What a rule found. */
export interface Finding {
  readonly rule: Rule;
  readonly outcome: 'fail' | 'unknown';
  readonly resource: Resource;
  /** From the resource: `['Properties', 'AccessControl']`; empty for the resource as a whole. */
  readonly path: readonly string[];
  /** Of a fail. */
  readonly got?: string;
  /** Of a fail. */
  readonly wanted?: string;
  /** Of a fail that is milder than the rule. */
  readonly severity?: Severity;
  /** Of an unknown. */
  readonly because?: string;
  /** Under which conditions; empty where it is so under all. */
  readonly when: readonly string[];
}

/** Runs rules over an application. */
export function evaluate(rules: readonly Rule[], app: Application): readonly Finding[] {
  const hasMacros = app.templates.some(({ macros, hasMacrosInside }) => hasMacrosInside || macros.length > 0);
  const findings = new Map<Rule, Map<string, Finding[]>>();
  // All rules on one resource after the other, because what one has read is at hand for the next.
  for (const [type, concerned] of byType(rules)) {
    for (const resource of app.declared(type)) {
      for (const rule of concerned) {
        const results = judge(rule, resource, app);
        const found = hasMacros ? orChangedByMacro(results, rule, resource) : results;
        if (found.length > 0) addTo(findings, rule, type, found);
      }
    }
  }
  return rules.flatMap((rule) => {
    const types = [rule.appliesTo].flat();
    const found = types.flatMap((type) => findings.get(rule)?.get(type) ?? none);
    return hasMacros
      ? [
          ...found,
          ...changedByMacros(
            rule,
            types.flatMap((type) => app.declared(type)),
          ),
        ]
      : found;
  });
}

function byType(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const types = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const type of [rule.appliesTo].flat()) {
      const others = types.get(type);
      if (others) others.push(rule);
      else types.set(type, [rule]);
    }
  }
  return types;
}

function addTo(findings: Map<Rule, Map<string, Finding[]>>, rule: Rule, type: string, found: readonly Finding[]): void {
  const ofRule = findings.get(rule) ?? new Map<string, Finding[]>();
  findings.set(rule, ofRule);
  const others = ofRule.get(type);
  if (others) others.push(...found);
  else ofRule.set(type, [...found]);
}

/** What a macro in a resource may change, where nothing else was found. */
function orChangedByMacro(findings: readonly Finding[], rule: Rule, resource: Resource): readonly Finding[] {
  const { macros } = resource;
  if (macros.length === 0 || findings.length > 0) return findings;
  return [findingOf(rule, unknown(resource, `macro "${macros.join('", "')}" may change it`), [])];
}

/** One finding for each template in which a macro may change what the rule looks at. */
function changedByMacros(rule: Rule, resources: readonly Resource[]): readonly Finding[] {
  const changed = resources.filter(({ template }) => template.macros.length > 0);
  const inOrder = changed.sort((a, b) => (a.logicalId < b.logicalId ? 1 : -1));
  const first = new Map(inOrder.map((resource) => [resource.template, resource]));
  return [...first].flatMap(([{ macros }, resource]) => {
    const because = `macro "${macros.join('", "')}" may change every resource of the template`;
    return [findingOf(rule, unknown(resource, because), [])];
  });
}

function judge(rule: Rule, resource: Resource, app: Application): readonly Finding[] {
  // Most rules find nothing, and meet no condition on the way.
  const only = app.inUntouchedWorld(check, rule, resource);
  if (!only) return judgeInWorlds(rule, resource, app, undefined);
  if ('outcome' in only) return only.outcome === 'pass' ? none : [findingOf(rule, only, [])];
  return only.every(isPass) ? none : judgeInWorlds(rule, resource, app, only);
}

/** @param only the results where they are the same in every world */
function judgeInWorlds(
  rule: Rule,
  resource: Resource,
  app: Application,
  only: readonly Result[] | undefined,
): readonly Finding[] {
  const run = () => {
    const results = check(rule, resource);
    return results && listOf(results);
  };
  const outcomes = only ? [{ result: only, when: [], notes: [] }] : app.inEveryWorld(run);
  if (outcomes.length === 1 && outcomes[0]?.result?.every(isPass)) return none;
  const worlds = judged(rule, resource, outcomes);
  const findings = new Map(worlds.flatMap(({ findings: inWorld }) => [...inWorld]));
  const isAlwaysSo = (key: string) => worlds.every((world) => world.findings.has(key));
  if ([...findings.keys()].every(isAlwaysSo)) return [...findings.values()];
  const asked = outcomes.includes(undefined) ? worlds : judged(rule, resource, app.inEveryWorld(run, asking(outcomes)));
  return [...findings].map(([key, finding]) => {
    if (isAlwaysSo(key)) return finding;
    const [so, otherwise] = [true, false].map((isSo) =>
      asked.filter((world) => world.findings.has(key) === isSo).map(({ notes }) => notes),
    );
    return { ...finding, when: whenItIsSo(so, otherwise) };
  });
}

/** What was noted in any of the worlds, each once: asked in all of them, it tells them apart. */
function asking(outcomes: readonly (Outcome<unknown> | undefined)[]): readonly Note[] {
  const notes = outcomes.flatMap((outcome) => outcome?.notes ?? []);
  return [...new Map(notes.map((note) => [note.key, note])).values()];
}

/** What was found in a world in which the resource exists. */
interface JudgedWorld {
  readonly notes: readonly Note[];
  readonly findings: ReadonlyMap<string, Finding>;
}

function judged(
  rule: Rule,
  resource: Resource,
  outcomes: readonly (Outcome<readonly Result[] | undefined> | undefined)[],
): readonly JudgedWorld[] {
  return outcomes.flatMap((outcome) => {
    const results = outcome ? outcome.result : [unknown(resource, tooMany(outcomes))];
    if (!results) return [];
    const findings = results.flatMap((result) => (result.outcome === 'pass' ? [] : [findingOf(rule, result, [])]));
    const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
    return [{ notes: outcome?.notes ?? [], findings: byKey }];
  });
}

function tooMany(outcomes: readonly (Outcome<unknown> | undefined)[]): string {
  const subjects = [
    ...new Set(outcomes.flatMap((outcome) => outcome?.notes.map(({ subject }) => subject) ?? [])),
  ].sort();
  const named = subjects.slice(0, 3).join(', ') + (subjects.length > 3 ? ` and ${subjects.length - 3} more` : '');
  return `there are more ways for ${named} to fall out than the ${outcomes.length - 1} that were looked at`;
}

const none: readonly Finding[] = [];

function isPass({ outcome }: Result): boolean {
  return outcome === 'pass';
}

/** `undefined` where the resource does not exist. */
function check(rule: Rule, resource: Resource): Result | readonly Result[] | undefined {
  if (!resource.exists) return undefined;
  try {
    return rule.check(resource, resource.template.application);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unknown(resource, `the rule met something that it does not understand (${message})`);
  }
}

function listOf(results: Result | readonly Result[]): readonly Result[] {
  return 'outcome' in results ? [results] : results;
}

function findingOf(rule: Rule, result: Fail | Unsure, when: readonly string[]): Finding {
  const { at, ...rest } = result;
  return { rule, ...resourceOf(at).writtenAt(at instanceof Value ? at.path : []), when, ...rest };
}

function resourceOf(at: Place): Resource {
  return at instanceof Value ? at.resource : at;
}

function keyOf({ outcome, resource, path, got, wanted, because }: Finding): string {
  const place = [resource.template.path, resource.logicalId, ...path];
  return JSON.stringify([outcome, place, got, wanted, because]);
}
