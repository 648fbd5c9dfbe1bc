import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Judge } from './judge';
import { mutants } from './mutants';
import type { JsonTemplate, Operator } from './mutants';

/** Constructs of ours as people use them, with what they bring along. */
export type Constructs = Readonly<Record<string, (stack: Stack) => void>>;

/**
 * Why no rule has to notice a change.
 *
 * - `same`: what is deployed is the same, or another name or text for people;
 * - `refused`: the service refuses it, though CloudFormation's schema lets it through;
 * - `harmless`: something else is deployed, and nothing is loosened.
 */
export type Kind = 'same' | 'refused' | 'harmless';

/** Changes of a construct's template that no rule notices, for one reason. */
export interface Survivors {
  readonly kind: Kind;
  readonly type: string;
  readonly reason: string;
  /** Where AWS documents it. */
  readonly source: string;
  /** By construct: the resource, the property, and what is done to it. */
  readonly places: Readonly<Record<string, readonly (readonly [string, string, Operator])[]>>;
}

/** What is known of the changes of a family. */
export interface Reviewed {
  /** How many changes deploy something else, at least: it is what the share of those that nobody notices is counted from. */
  readonly least: number;
  /** Every change that no rule notices, by property: what is not listed here is one that a user should be told of. */
  readonly survivors: readonly Survivors[];
}

export interface Family {
  readonly constructs: Constructs;
  readonly reviewed: Reviewed;
  /** What they bring along in the same form is changed in another family. */
  readonly changedElsewhere?: readonly Constructs[];
}

interface Outcome {
  readonly deployable: number;
  readonly survived: readonly string[];
}

/** One for all families of a test file: the validator takes seconds to start. */
const judge = new Judge();

/** Changes every property of a family of constructs: a rule must notice, or the change is listed with its reason. */
export function judgeFamily({ constructs, reviewed, changedElsewhere = [] }: Family): void {
  const seen = new Set(changedElsewhere.flatMap((others) => Object.values(others).flatMap((make) => formsIn(make))));
  const listed = listedIn(reviewed);
  const outcomes = Object.entries(constructs).map(([construct, make]) => {
    const places = new Set(listed.filter((entry) => entry.construct === construct).map(({ place }) => place));
    return { construct, ...run(templateOf(make), seen, places) };
  });

  afterAll(() => judge.close());

  describe.each(outcomes.map((outcome) => ({ ...outcome, survivors: outcome.survived.length })))(
    '$construct ($deployable changes, $survivors noticed by no rule)',
    ({ construct, survived }) => {
      const reasoned = listed.filter((entry) => entry.construct === construct).map(({ place }) => place);

      test('has no change that nobody notices, but for those that are listed with their reason', () => {
        expect(survived.filter((place) => !reasoned.includes(place))).toEqual([]);
      });

      test('has each change that is listed: remove from the survivors what a rule notices by now', () => {
        expect(reasoned.filter((place) => !survived.includes(place))).toEqual([]);
      });
    },
  );

  test('no change is listed twice, or for a construct that is not there', () => {
    const places = listed.map(({ construct, place }) => `${construct} | ${place}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    expect(listed.filter(({ construct }) => !(construct in constructs))).toEqual([]);
  });

  test('has as many changes that deploy something else as its share is counted from', () => {
    const all = outcomes.reduce((sum, { deployable }) => sum + deployable, 0);
    expect(all - countOf(reviewed, 'same') - countOf(reviewed, 'refused')).toBeGreaterThanOrEqual(reviewed.least);
  });
}

export function countOf(reviewed: Reviewed, kind: Kind): number {
  return listedIn(reviewed).filter((entry) => entry.kind === kind).length;
}

function listedIn({
  survivors,
}: Reviewed): { readonly kind: Kind; readonly construct: string; readonly place: string }[] {
  return survivors.flatMap(({ kind, places }) =>
    Object.entries(places).flatMap(([construct, changes]) =>
      changes.map((change) => ({ kind, construct, place: change.join(' | ') })),
    ),
  );
}

function run(template: JsonTemplate, seen: Set<string>, listed: ReadonlySet<string>): Outcome {
  const before = judge.findingsIn(template);
  // A resource that another construct brought in the same form was changed there.
  const known = Object.keys(template.Resources).filter((logicalId) => seen.has(formOf(template, logicalId)));
  Object.keys(template.Resources).forEach((logicalId) => seen.add(formOf(template, logicalId)));
  const survived: string[] = [];
  let deployable = 0;
  for (const mutant of mutants(template)) {
    const { logicalId, path, operator } = mutant;
    if (known.includes(logicalId)) continue;
    const place = [nameOf(logicalId), path.join('.'), operator].join(' | ');
    const wasNoticed = judge.isNoticed(mutant, before);
    // What is listed deploys, or it would not have been: the validator is the slow half.
    if (!wasNoticed && !listed.has(place) && judge.isRefused(mutant)) continue;
    deployable += 1;
    if (!wasNoticed) survived.push(place);
  }
  return { deployable, survived };
}

function formsIn(make: (stack: Stack) => void): string[] {
  const template = templateOf(make);
  return Object.keys(template.Resources).map((logicalId) => formOf(template, logicalId));
}

function formOf(template: JsonTemplate, logicalId: string): string {
  return `${logicalId} ${JSON.stringify(template.Resources[logicalId])}`;
}

function templateOf(make: (stack: Stack) => void): JsonTemplate {
  // The code of the function with an entry is not what is looked at.
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Stack');
  make(stack);
  return Template.fromStack(stack).toJSON() as JsonTemplate;
}

/** Without the hash of the construct's path: `ApiDeploymentStageprod`. */
function nameOf(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}[0-9a-f]*$/, '');
}
