import { expandActions, findAction } from '../../src/facts/actions';
import { dependentActionsOf } from '../../src/facts/dependent-actions';
import { dependentActionsSource, dependentActionsTable } from '../../src/facts/dependent-actions.generated';

test('the table says where it comes from', () => {
  expect(dependentActionsSource).toMatchObject({ licence: 'Apache-2.0', version: expect.stringMatching(/^\d/) });
});

test.each([
  ['lambda:CreateFunction', 'iam:PassRole'],
  ['LAMBDA:createfunction', 'iam:PassRole'],
  ['states:CreateStateMachine', 'iam:PassRole'],
  ['scheduler:CreateSchedule', 'iam:PassRole'],
  ['apigateway:PutRestApi', undefined],
  ['s3:GetObject', undefined],
  ['s3:NoSuchAction', undefined],
  ['__proto__:x', undefined],
])('%s needs %s too', (name, needed) => {
  const dependencies = dependentActionsOf(name);
  if (needed === undefined) expect(dependencies).toEqual([]);
  else expect(dependencies).toContain(needed);
});

test('every action of the table, and every one that it needs, is one that AWS has', () => {
  let count = 0;
  for (const service of Object.keys(dependentActionsTable)) {
    for (const action of expandActions(`${service}:*`)) {
      for (const dependency of dependentActionsOf(action)) {
        expect(findAction(dependency)?.name).toBe(dependency);
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(2500);
});
