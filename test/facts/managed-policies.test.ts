import { AwsManagedPolicy } from 'iam-floyd/lib/generated/aws-managed-policies/iam-floyd';
import { expandActions } from '../../src/facts/actions';
import { findManagedPolicy, isBroadManagedPolicy } from '../../src/facts/managed-policies';
import { managedPolicies } from '../../src/facts/managed-policy-documents';

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
  expect(findManagedPolicy(name)).toBeDefined();
});

/** What templates of serverless apps attach most often. */
const attachedOften = [
  'AWSLambdaExecute',
  'service-role/AWSLambdaRole',
  'CloudWatchLogsFullAccess',
  'AmazonS3FullAccess',
];

test.each(attachedOften)('%s is known, so that nobody has to say that it cannot be told', (name) => {
  expect(findManagedPolicy(`arn:aws:iam::aws:policy/${name}`)?.name).toBe(name);
});

/** All that AWS keeps, with their paths, and one that is newer than that list. */
const ofAws = new Set([
  ...(Object.values(AwsManagedPolicy) as string[]),
  'service-role/AWSLambdaBasicDurableExecutionRolePolicy',
]);

describe.each(managedPolicies.map((policy) => [policy.name, policy] as const))('%s', (name, policy) => {
  test('is a policy of AWS', () => {
    expect([...ofAws]).toContain(name);
  });

  test('allows actions that there are', () => {
    for (const { actions } of policy.statements) {
      expect(actions.filter((action) => expandActions(action).length === 0)).toEqual([]);
      expect(new Set(actions).size).toBe(actions.length);
    }
  });

  test('opens a whole service only where it is known to be broad', () => {
    const whole = policy.statements.flatMap(({ actions }) => actions).filter((action) => action.endsWith(':*'));
    if (whole.length > 0) expect(isBroadManagedPolicy(name)).toBe(true);
  });
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
  ['AWSLambdaExecute', true],
  ['SecretsManagerReadWrite', true],
  ['service-role/AWSLambdaRole', false],
])('%s opens a whole service or account: %s', (name, expected) => {
  expect(isBroadManagedPolicy(name)).toBe(expected);
});
