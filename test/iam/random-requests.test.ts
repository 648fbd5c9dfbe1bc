import fc from 'fast-check';
import { isAllowed } from './random/naive-evaluator';
import type { JsonPolicy, JsonStatement, NaivePolicies, NaiveRequest } from './random/naive-evaluator';
import { identityStatement, policies, request, resourceStatement } from './random/requests';
import { PolicyDocument, evaluate } from '../../src/iam';
import type { ContextValue, NamedPolicy, Policies } from '../../src/iam';
import { Text, Unknown } from '../../src/template/resolved';
import type { Resolved } from '../../src/template/resolved';

type Shape = (json: Resolved) => Resolved;

const asItIs: Shape = (json) => json;

/** The verdict of the evaluator, on policies that `shape` may change on the way. */
function decide(asked: NaiveRequest, given: NaivePolicies, shape = asItIs, shapeOfContext = asItIs) {
  const named = (policy: JsonPolicy): NamedPolicy => ({
    name: 'it',
    document: PolicyDocument.of(shape({ Version: '2012-10-17', Statement: policy as unknown as Resolved })),
  });
  const levels = (all: readonly (readonly JsonPolicy[])[]) => all.map((level) => level.map(named));
  const { identity, resource, boundary, session, serviceControl, resourceControl, endpoint } = given;
  const read: Policies = {
    identity: identity.map(named),
    resource: resource.map(named),
    ...(boundary && { boundary: named(boundary) }),
    ...(session && { session: session.map(named) }),
    ...(serviceControl && { serviceControl: levels(serviceControl) }),
    ...(resourceControl && { resourceControl: levels(resourceControl) }),
    ...(endpoint && { endpoint: named(endpoint) }),
  };
  const context = Object.fromEntries(
    Object.entries(asked.context).map(([key, value]) => [key, shapeOfContext(value) as ContextValue]),
  );
  return evaluate({ ...asked, context }, read).decision;
}

const runs = { numRuns: 2000 };

test('the verdict is that of an evaluator that was written for this test only', () => {
  const seen = { allowed: 0, denied: 0, unknown: 0 };
  fc.assert(
    fc.property(request, policies, (asked, given) => {
      const decision = decide(asked, given);
      seen[decision]++;
      expect(decision).toBe(isAllowed(asked, given) ? 'allowed' : 'denied');
    }),
    runs,
  );
  expect(Math.min(seen.allowed, seen.denied)).toBeGreaterThan(runs.numRuns / 50);
});

/** Policies with one more statement in the one of those that is chosen. */
function withOneMore(given: NaivePolicies, where: keyof NaivePolicies, statement: JsonStatement): NaivePolicies {
  const add = (policy: JsonPolicy = []): JsonPolicy => [...policy, statement];
  const first = <T>(list: readonly T[] = [], change: (one: T) => T) => list.map((one, at) => (at ? one : change(one)));
  switch (where) {
    case 'boundary':
    case 'endpoint':
      return given[where] ? { ...given, [where]: add(given[where]) } : given;
    case 'serviceControl':
    case 'resourceControl':
      return given[where] ? { ...given, [where]: first(given[where], (level) => first(level, add)) } : given;
    default:
      return given[where] ? { ...given, [where]: first(given[where], add) } : given;
  }
}

const where = fc.constantFrom<keyof NaivePolicies>(
  'identity',
  'resource',
  'boundary',
  'session',
  'serviceControl',
  'resourceControl',
  'endpoint',
);
const more = fc.tuple(where, identityStatement, resourceStatement);

test('one more Allow takes nothing away', () => {
  fc.assert(
    fc.property(request, policies, more, (asked, given, [place, ofIdentity, ofResource]) => {
      const statement = { ...(place === 'resource' ? ofResource : ofIdentity), Effect: 'Allow' } as const;
      if (decide(asked, given) === 'allowed') {
        expect(decide(asked, withOneMore(given, place, statement))).toBe('allowed');
      }
    }),
    runs,
  );
});

test('one more Deny gives nothing', () => {
  fc.assert(
    fc.property(request, policies, more, (asked, given, [place, ofIdentity, ofResource]) => {
      const statement = { ...(place === 'resource' ? ofResource : ofIdentity), Effect: 'Deny' } as const;
      if (decide(asked, given) === 'denied') {
        expect(decide(asked, withOneMore(given, place, statement))).toBe('denied');
      }
    }),
    runs,
  );
});

test('the order of statements, values and policies does not matter', () => {
  const backwards = (json: Resolved): Resolved => {
    if (Array.isArray(json)) return (json as readonly Resolved[]).map(backwards).reverse();
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json)
        .reverse()
        .map(([key, value]) => [key, backwards(value as Resolved)]),
    );
  };
  fc.assert(
    fc.property(request, policies, (asked, given) => {
      const turned: NaivePolicies = {
        ...given,
        identity: [...given.identity].reverse(),
        ...(given.session && { session: [...given.session].reverse() }),
        ...(given.serviceControl && { serviceControl: [...given.serviceControl].reverse() }),
      };
      expect(decide(asked, turned, backwards)).toBe(decide(asked, given));
    }),
    runs,
  );
});

test('what is unknown may turn out to be anything, and a verdict that does not say so holds for all of it', () => {
  const hidden = new Unknown('it is a parameter', '${Hidden}');
  const hideIn = (text: string, length: number): Resolved =>
    length % 2 === 0 ? hidden : new Text([text.slice(0, length), hidden, text.slice(length + 3)]);
  const hide = (picks: readonly number[]): Shape => {
    let place = 0;
    const walk = (json: Resolved): Resolved => {
      if (typeof json === 'string') return picks.includes(place++) ? hideIn(json, place) : json;
      if (json === null || typeof json !== 'object') return json;
      if (Array.isArray(json)) {
        return (json as readonly Resolved[]).map((one) => (picks.includes(place++) ? hidden : walk(one)));
      }
      return Object.fromEntries(
        Object.entries(json).map(([key, value]) => [key, key === 'Version' ? value : walk(value as Resolved)]),
      );
    };
    return walk;
  };
  const picks = fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: 3 });
  const seen = { allowed: 0, denied: 0, unknown: 0 };
  fc.assert(
    fc.property(request, policies, picks, fc.boolean(), (asked, given, chosen, hideContext) => {
      const decision = hideContext
        ? decide(asked, given, asItIs, (value) => (chosen[0] < 5 ? hidden : value))
        : decide(asked, given, (json) => hide(chosen)(json));
      seen[decision]++;
      if (decision !== 'unknown') expect(decide(asked, given)).toBe(decision);
    }),
    runs,
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs.numRuns / 200);
});

test('a condition key that may be there, with any value, is unknown where that matters', () => {
  fc.assert(
    fc.property(request, policies, (asked, given) => {
      const open = evaluateOpen(asked, given);
      if (open !== 'unknown') expect(decide(asked, given)).toBe(open);
    }),
    runs,
  );
});

/** The verdict where the request has none of its context, but may have all of it. */
function evaluateOpen(asked: NaiveRequest, given: NaivePolicies) {
  return decide({ ...asked, context: {}, openContext: true } as NaiveRequest, given);
}
