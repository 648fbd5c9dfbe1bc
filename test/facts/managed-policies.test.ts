import { expandActions } from '../../src/facts/actions';
import { findManagedPolicy, isBroadManagedPolicy } from '../../src/facts/managed-policies';

/** What aws-lambda, aws-lambda-event-sources and aws-config of the installed CDK attach to the role of a function. */
const attachedByTheCdk = [
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaBasicDurableExecutionRolePolicy',
  'service-role/AWSLambdaVPCAccessExecutionRole',
  'service-role/AWSLambdaMSKExecutionRole',
  'service-role/AWSConfigRulesExecutionRole',
  'CloudWatchLambdaInsightsExecutionRolePolicy',
];

test.each(attachedByTheCdk)('%s is known, so that its statements can stand in its place', (name) => {
  const policy = findManagedPolicy(name)!;
  for (const statement of policy.statements) {
    for (const action of statement.actions) expect(expandActions(action)).not.toEqual([]);
    expect(statement.resources).not.toEqual([]);
  }
});

test.each(['aws', 'aws-cn', 'aws-us-gov', '${AWS::Partition}'])(
  'a policy is found by its ARN in partition %s',
  (partition) => {
    expect(findManagedPolicy(`arn:${partition}:iam::aws:policy/AWSXRayDaemonWriteAccess`)?.version).toBe('v2');
  },
);

test('a policy of the customer is not mistaken for one of AWS', () => {
  expect(findManagedPolicy('arn:aws:iam::111122223333:policy/AWSXRayDaemonWriteAccess')).toBeUndefined();
  expect(isBroadManagedPolicy('arn:aws:iam::111122223333:policy/AdministratorAccess')).toBe(false);
});

test.each([
  ['AdministratorAccess', true],
  ['arn:aws:iam::aws:policy/AdministratorAccess', true],
  ['arn:aws-us-gov:iam::aws:policy/PowerUserAccess', true],
  ['AmazonS3FullAccess', true],
  ['AWSLambda_FullAccess', true],
  ['service-role/AWSLambdaBasicExecutionRole', false],
  ['AmazonS3ReadOnlyAccess', false],
])('%s opens a whole service or account: %s', (name, expected) => {
  expect(isBroadManagedPolicy(name)).toBe(expected);
});
