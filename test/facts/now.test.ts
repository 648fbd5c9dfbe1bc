import { now } from '../../src/facts/now';

test('now is SOURCE_DATE_EPOCH where it is set, so that an old commit can be rebuilt', () => {
  expect(now({ SOURCE_DATE_EPOCH: '1767225600' })).toEqual(new Date('2026-01-01T00:00:00Z'));
});

test.each([{}, { SOURCE_DATE_EPOCH: '' }])('now is the clock where it is not: %j', (environment) => {
  const before = Date.now();
  expect(now(environment).getTime()).toBeGreaterThanOrEqual(before);
});

test.each(['yesterday', '-1', '1.5', '99999999999999999999'])(
  'refuses %s, because a wrong day hides what lapsed',
  (epoch) => {
    expect(() => now({ SOURCE_DATE_EPOCH: epoch })).toThrow('SOURCE_DATE_EPOCH is');
  },
);
