import { findAction } from '../../src/facts/actions';
import { isAlwaysCalledByLambda, lambdaServiceCalls } from '../../src/facts/lambda-service-calls';
import { monthlyCostOfInterfaceEndpoint } from '../../src/facts/network-prices';

test.each(lambdaServiceCalls)('what Lambda calls for $what are actions of AWS with a page', ({ actions, source }) => {
  expect(actions.map((action) => findAction(action)?.name)).toEqual(actions);
  expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/lambda\//);
});

test.each([
  ['logs:PutLogEvents', true],
  ['XRAY:puttracesegments', true],
  ['ec2:CreateNetworkInterface', true],
  ['logs:FilterLogEvents', false],
  ['ec2:RunInstances', false],
  ['sqs:ReceiveMessage', false],
])('%s is always called by Lambda: %s', (action, expected) => {
  expect(isAlwaysCalledByLambda(action)).toBe(expected);
});

test('an endpoint in two zones costs what AWS says for an hour of each', () => {
  expect(monthlyCostOfInterfaceEndpoint(2)).toBe(14.6);
});
