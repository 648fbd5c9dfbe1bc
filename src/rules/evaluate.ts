import { Value } from '../template';
import type { Application, Resource } from '../template';
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
  return rules.flatMap((rule) => {
    const resources = [rule.appliesTo].flat().flatMap((type) => app.declared(type));
    const findings = resources.flatMap((resource) => orChangedByMacro(judge(rule, resource, app), rule, resource));
    return [...findings, ...changedByMacros(rule, resources)];
  });
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
  const outcomes = app.inEveryWorld(() => (resource.exists ? check(rule, resource, app) : undefined));
  if (outcomes.length === 1 && outcomes[0]?.result?.every(({ outcome }) => outcome === 'pass')) return [];
  const findings = new Map<string, { finding: Finding; when: (readonly string[])[] }>();
  let worlds = 0;
  for (const outcome of outcomes) {
    const results = outcome ? outcome.result : [unknown(resource, 'too many conditions lead to it')];
    if (results) worlds++;
    const inThisWorld = new Map<string, Finding>();
    for (const result of results ?? []) {
      if (result.outcome === 'pass') continue;
      const finding = findingOf(rule, result, outcome?.when ?? []);
      inThisWorld.set(keyOf(finding), finding);
    }
    for (const [key, finding] of inThisWorld) {
      const known = findings.get(key);
      if (known) known.when.push(finding.when);
      else findings.set(key, { finding, when: [finding.when] });
    }
  }
  return [...findings.values()].map(({ finding, when }) => ({
    ...finding,
    when: when.length === worlds ? [] : whatHolds(when),
  }));
}

/** What holds in all of some worlds; where nothing does, what holds in one, the same one whatever their order. */
function whatHolds(worlds: readonly (readonly string[])[]): readonly string[] {
  const [first, ...others] = worlds;
  const shared = first.filter((note) => others.every((world) => world.includes(note)));
  if (shared.length > 0) return shared;
  return [...worlds].sort((a, b) => ([...a].sort().join() < [...b].sort().join() ? -1 : 1))[0];
}

function check(rule: Rule, resource: Resource, app: Application): readonly Result[] {
  try {
    return [rule.check(resource, app)].flat();
  } catch (error) {
    return [unknown(resource, `the rule met something that it does not understand (${(error as Error).message})`)];
  }
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
