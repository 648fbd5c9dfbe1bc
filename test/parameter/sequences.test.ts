import fc from 'fast-check';
import { byOperator, Deployment, generated, key, otherKey } from './deployment';
import { failure, FakeParameterStore } from './fake-parameter-store';
import type { CloudFormationEvent } from '../../src/parameter/handler/request';

const names = ['/a', '/b', 'c'];
const THEIRS = 'what a stranger put in';
const OPERATORS = 'what an operator put in';

type Step =
  | {
      readonly do: 'deploy';
      readonly name: string;
      readonly rotation?: number;
      readonly source: string;
      readonly keyId: string;
    }
  | { readonly do: 'delete' }
  | { readonly do: 'stranger'; readonly name: string }
  | { readonly do: 'operator' }
  | { readonly do: 'lose'; readonly name: string };

/** How a request is delivered: how often, and what goes wrong at which call of the first deliveries. */
interface Delivery {
  readonly times: number;
  readonly failsAt: readonly number[];
  readonly error: string;
  readonly answersLost: number;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('deploy' as const),
      name: fc.constantFrom(...names),
      rotation: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      source: fc.constantFrom('generated', 'generated', 'operator'),
      keyId: fc.constantFrom(key, key, otherKey),
    }),
  },
  fc.record({ do: fc.constant('delete' as const) }),
  fc.record({ do: fc.constant('stranger' as const), name: fc.constantFrom(...names, '/a.next') }),
  fc.record({ do: fc.constant('operator' as const) }),
  fc.record({ do: fc.constant('lose' as const), name: fc.constantFrom(...names) }),
);

const delivery: fc.Arbitrary<Delivery> = fc.record({
  times: fc.integer({ min: 1, max: 3 }),
  failsAt: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }),
  error: fc.constantFrom('ThrottlingException', 'AccessDeniedException', 'ValidationException', 'Surprise'),
  answersLost: fc.integer({ min: 0, max: 2 }),
});

const LEFT = Symbol('the invocation was stopped');

/** Lambda stops an invocation in the middle: what it had done stays, and it says nothing any more. */
async function deliver(
  deployment: Deployment,
  event: CloudFormationEvent,
  { times, failsAt, error, answersLost }: Delivery,
) {
  let answer;
  for (let delivered = 0; delivered <= times + failsAt.length; delivered++) {
    let calls = 0;
    let stop: (left: typeof LEFT) => void = () => undefined;
    const stopped = new Promise<typeof LEFT>((resolve) => (stop = resolve));
    deployment.store.before = async () => {
      if (failsAt[delivered] !== calls++) return;
      if (error !== 'Surprise') throw failure(error, `${error}: ${THEIRS}`);
      stop(LEFT);
      await new Promise(() => undefined);
    };
    let lost = delivered < failsAt.length ? answersLost : 0;
    deployment.answerStatus = () => (lost-- > 0 ? 403 : 200);
    const result = await Promise.race([stopped, deployment.deliver(event).catch(() => LEFT)]);
    if (result !== LEFT) answer ??= result as Awaited<ReturnType<Deployment['deliver']>>;
  }
  deployment.store.before = () => undefined;
  return answer;
}

function valuesFor(store: FakeParameterStore, from: number): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const { name, value } of store.puts.slice(from)) {
    if (!name.endsWith('.next')) values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  return values;
}

test('whatever is deployed, lost, stopped and delivered again: what others put in stays, and a request makes one value', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, delivery), { maxLength: 8 }),
      fc.integer({ min: 0, max: 3 }),
      async (steps, stale) => {
        const deployment = new Deployment();
        const { store } = deployment;
        const strangers = new Set<string>();
        const operators = new Map<string, string>();
        const rotations = new Map<string, number>();

        for (const [action, how] of steps) {
          store.staleReads = stale;
          const puts = store.puts.length;
          if (action.do === 'stranger') {
            if (store.parameters.has(action.name)) continue;
            store.putBySomebody(action.name, THEIRS);
            strangers.add(action.name);
            continue;
          }
          if (action.do === 'operator') {
            const name = deployment.properties?.Name as string | undefined;
            if (
              deployment.properties?.Source !== 'operator' ||
              !name ||
              strangers.has(name) ||
              !store.parameters.has(name)
            ) {
              continue;
            }
            store.putBySomebody(name, OPERATORS, deployment.properties.KeyId as string);
            operators.set(name, OPERATORS);
            continue;
          }
          if (action.do === 'lose') {
            if (strangers.has(action.name)) continue;
            store.parameters.delete(action.name);
            operators.delete(action.name);
            continue;
          }

          let event;
          if (action.do === 'delete') {
            if (deployment.physicalId === undefined) continue;
            event = deployment.delete();
          } else {
            const more = {
              KeyId: action.keyId,
              ...(action.rotation !== undefined && { Rotation: String(action.rotation) }),
            };
            const properties =
              action.source === 'operator'
                ? byOperator(action.name, { KeyId: action.keyId })
                : generated(action.name, more);
            event = deployment.physicalId === undefined ? deployment.create(properties) : deployment.update(properties);
            if (action.source === 'generated' && (action.rotation ?? 0) > (rotations.get(action.name) ?? 0)) {
              rotations.set(action.name, action.rotation!);
              operators.delete(action.name);
            }
          }
          const answer = await deliver(deployment, event, how);
          if (answer) deployment.accept(event, answer);

          for (const [name, values] of valuesFor(store, puts)) expect([name, values.size]).toEqual([name, 1]);
          if (event.RequestType === 'Delete') {
            expect(store.puts).toHaveLength(puts);
            if (answer?.Status === 'SUCCESS') {
              deployment.physicalId = undefined;
              deployment.properties = undefined;
              for (const name of operators.keys()) if (!store.parameters.has(name)) operators.delete(name);
            }
          } else if (answer?.Status === 'FAILED' && event.RequestType === 'Create') {
            await deployment.run(deployment.delete(answer.PhysicalResourceId, event.ResourceProperties));
            deployment.physicalId = undefined;
          }
          for (const name of strangers) {
            expect(store.parameters.get(name)).toMatchObject({ versions: [{ value: THEIRS }], tags: {} });
          }
          for (const [name, value] of operators) {
            if (store.parameters.has(name)) expect(store.valueOf(name)).toBe(value);
          }
        }

        const secrets = new Set(
          store.puts.map(({ value }) => value).filter((value) => !value.startsWith('no-value-yet')),
        );
        const shown = [
          ...deployment.captured,
          ...[...store.parameters.values()].map(({ tags }) => JSON.stringify(tags)),
        ].join('\n');
        for (const secret of [...secrets, THEIRS]) expect(shown.includes(secret)).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

describe('a request that is delivered twice at once makes one value, in whatever order the calls are answered', () => {
  /** Answers the calls of both deliveries in an order that fast-check chooses. */
  async function both(scheduler: fc.Scheduler, deployment: Deployment, event: CloudFormationEvent) {
    deployment.store.before = async (action, name) => scheduler.schedule(Promise.resolve(), `${action} ${name}`);
    const answers = Promise.all([deployment.deliver(event), deployment.deliver(event)]);
    await scheduler.waitFor(answers);
    deployment.store.before = () => undefined;
  }

  test('when it is a creation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const deployment = new Deployment();
        await both(scheduler, deployment, deployment.create(generated('/a')));
        expect(deployment.answers.map(({ Status }) => Status)).toEqual(['SUCCESS', 'SUCCESS']);
        expect(deployment.store.puts).toHaveLength(1);
      }),
    );
  });

  test('when it is a rotation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const deployment = new Deployment();
        await deployment.run(deployment.create(generated('/a')));
        await both(scheduler, deployment, deployment.update(generated('/a', { Rotation: '1' })));
        expect(deployment.answers.slice(1).map(({ Status }) => Status)).toEqual(['SUCCESS', 'SUCCESS']);
        expect(valuesFor(deployment.store, 1).get('/a')?.size).toBe(1);
        expect([...deployment.store.parameters.keys()]).toEqual(['/a']);
      }),
      { numRuns: 200 },
    );
  });
});

test('two resources that want one name get it one after the other, and neither touches what the other made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const store = new FakeParameterStore();
      const deployments = ['First', 'Second'].map((id) => new Deployment(id, undefined, store));
      store.before = async (action, name) => scheduler.schedule(Promise.resolve(), `${action} ${name}`);
      const answers = Promise.all(deployments.map(async (each) => each.run(each.create(generated('/a')))));
      const statuses = (await scheduler.waitFor(answers)).map(({ Status }) => Status);
      expect([...statuses].sort()).toEqual(['FAILED', 'SUCCESS']);
      store.before = () => undefined;
      const loser = deployments[statuses.indexOf('FAILED')];
      await loser.run(loser.delete(loser.physicalId, generated('/a')));
      expect(store.puts.map(({ value }) => value)).toEqual([store.valueOf('/a')]);
    }),
  );
});
