import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ScopedRole, SecureFunction, ServerlessSecurityChecks } from '../../src';
import { named, validationReport } from '../judges/validation-report';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

const isolated = { name: 'Functions', subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

function reportOf(app: App): ReturnType<typeof validationReport> {
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  return validationReport(app);
}

/** `<rule> <construct path>` of what the gate finds. */
function findingsOf(app: App): string[] {
  return named(reportOf(app).open);
}

const cases: [string, (stack: Stack) => unknown][] = [
  ['by default', (stack) => new SecureFunction(stack, 'Fn', code)],
  [
    'with a grant, a variable that is no secret, and a rule',
    (stack) => {
      const fn = new SecureFunction(stack, 'Fn', {
        ...code,
        environment: { API_TOKEN: ['ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('') },
        notSecrets: { API_TOKEN: 'an example of the documentation' },
      });
      s3.Bucket.fromBucketName(stack, 'Bucket', 'books').grantReadWrite(fn);
      new events.Rule(stack, 'Rule', {
        schedule: events.Schedule.rate(Duration.hours(1)),
        targets: [new targets.LambdaFunction(fn)],
      });
    },
  ],
  [
    'in a VPC that it cannot leave',
    (stack) =>
      new SecureFunction(stack, 'Fn', {
        ...code,
        vpc: new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: [isolated], natGateways: 0 }),
        vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        allowAllOutbound: false,
      }),
  ],
  [
    'with a role that somebody else made, for a reason',
    (stack) =>
      new SecureFunction(stack, 'Fn', {
        ...code,
        role: ScopedRole.existing(iam.Role.fromRoleName(stack, 'Team', 'team'), 'the platform team owns all roles'),
      }),
  ],
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('the gate, %s', (_, context) => {
  test.each(cases)('finds nothing in a function %s', (__, add) => {
    const app = new App({ context });
    add(new Stack(app, 'Stack'));
    expect(findingsOf(app).filter((finding) => /Stack\/(Fn|FunctionFailureQueue|SharedKey)/.test(finding))).toEqual([]);
  });
});

test('the gate still finds what it cannot see of a raw function beside one whose role was accepted', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const role = iam.Role.fromRoleName(stack, 'Team', 'team');
  new SecureFunction(stack, 'Fn', { ...code, role: ScopedRole.existing(role, 'the platform team owns all roles') });
  new lambda.Function(stack, 'Raw', { ...code, role: iam.Role.fromRoleName(stack, 'Other', 'other') });
  expect(findingsOf(app)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^lambda-role-star.* Stack\/Raw\/Resource$/)]),
  );
});

test('the gate lists what it cannot see in a role that somebody else made, with the reason for it', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const role = iam.Role.fromRoleName(stack, 'Team', 'team');
  new SecureFunction(stack, 'Fn', { ...code, role: ScopedRole.existing(role, 'the platform team owns all roles') });
  const { acknowledged } = reportOf(app);
  expect(named(acknowledged.filter(({ reason }) => reason === 'the platform team owns all roles'))).toEqual(
    expect.arrayContaining([
      'lambda-role-star[unknown] Stack/Fn/Resource',
      'lambda-unique-role[unknown] Stack/Fn/Resource',
    ]),
  );
});

test('names the way out of a VPC that the L2 leaves open, because nobody asked for it', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new SecureFunction(stack, 'Fn', { ...code, vpc: new ec2.Vpc(stack, 'Vpc') });
  expect(findingsOf(app)).toEqual(expect.arrayContaining(['sg-egress-open Stack/Fn/SecurityGroup/Resource']));
});
