import * as lambda from 'aws-cdk-lib/aws-lambda';
import { runtimeLifecycles, runtimeStatus } from '../../src/facts/runtimes';

const today = new Date('2026-11-22T12:00:00Z');

test.each([
  ['nodejs24.x', 'supported', undefined],
  ['nodejs22.x', 'supported', undefined],
  ['provided.al2023', 'supported', undefined],
  ['java11.al2023', 'supported', undefined],
  ['nodejs20.x', 'deprecated', '2026-04-30'],
  ['python3.10', 'deprecated', '2026-10-31'],
  ['dotnet8', 'deprecated', '2026-11-10'],
  ['provided.al2', 'deprecated', '2026-07-31'],
  ['nodejs14.x', 'deprecated', '2023-12-04'],
  ['nodejs12.x', 'updates-blocked', '2023-04-30'],
  ['python2.7', 'updates-blocked', '2022-05-30'],
  ['nodejs99.x', 'unknown', undefined],
  ['', 'unknown', undefined],
  ['toString', 'unknown', undefined],
])('%s is %s today', (runtime, state, since) => {
  expect(runtimeStatus(runtime, today)).toMatchObject(since ? { state, since } : { state });
});

test('a runtime changes its state on the day that AWS names, not after it', () => {
  expect(runtimeStatus('nodejs22.x', new Date('2027-04-29T23:59:59Z')).state).toBe('supported');
  expect(runtimeStatus('nodejs22.x', new Date('2027-04-30T00:00:00Z')).state).toBe('deprecated');
  expect(runtimeStatus('nodejs22.x', new Date('2027-07-01T00:00:00Z')).state).toBe('updates-blocked');
});

test('every runtime that the installed CDK offers is known, or a deprecated one would pass as a new one', () => {
  const offered = lambda.Runtime.ALL.filter((runtime) => runtime !== lambda.Runtime.FROM_IMAGE).map(({ name }) => name);
  expect(offered.filter((name) => !(name in runtimeLifecycles))).toEqual([]);
});

test('every date is a real day, and a runtime is deprecated before its updates are blocked', () => {
  for (const { deprecated, createBlocked, updateBlocked } of Object.values(runtimeLifecycles)) {
    for (const day of [deprecated, createBlocked, updateBlocked]) {
      if (day) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
    }
    if (createBlocked && updateBlocked) expect(createBlocked <= updateBlocked).toBe(true);
  }
});
