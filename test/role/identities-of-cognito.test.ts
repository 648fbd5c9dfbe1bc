import { App, Aws, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { evaluate } from '../../src/iam';
import { rolePolicies } from '../../src/iam/role-policies';
import { ScopedRole } from '../../src/role/scoped-role';
import { Application } from '../../src/template';

const certificates = `arn:${Aws.PARTITION}:iot:*:*:cert/*`;
const groups = `arn:${Aws.PARTITION}:iot:*:*:thinggroup/*`;

function roleWith(statement: iam.PolicyStatementProps, context: Record<string, unknown> = {}): [App, ScopedRole] {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const role = new ScopedRole(new Stack(app, 'Stack'), 'Role');
  role.addToPrincipalPolicy(new iam.PolicyStatement(statement));
  return [app, role];
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
])('a role that attaches policies of AWS IoT to identities of Cognito, %s', (_, context) => {
  const [app] = roleWith({ actions: ['iot:AttachPolicy'], notResources: [certificates, groups] }, context);
  const templates = Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
  const role = templates.ofType('AWS::IAM::Role')[0];
  const account = '${AWS::AccountId}';
  const partition = '${AWS::Partition}';

  test.each([
    ['iot:AttachPolicy', 'eu-west-1:81084a40-f161-4960-90f9-835f3d8de579', 'allowed'],
    ['iot:AttachPolicy', `arn:${partition}:iot:eu-west-1:${account}:cert/a1b2`, 'denied'],
    ['iot:AttachPolicy', `arn:${partition}:iot:us-east-1:${account}:thinggroup/trucks`, 'denied'],
    ['iot:DetachPolicy', 'eu-west-1:81084a40-f161-4960-90f9-835f3d8de579', 'denied'],
  ])('%s on %s is %s', (action, resource, decision) => {
    const request = { principal: { arn: `arn:aws:iam::${account}:role/r`, account }, action, resource };
    expect(evaluate(request as never, rolePolicies(role) as never).decision).toBe(decision);
  });
});

test.each([
  ['everything', { resources: ['*'] }],
  ['what may be a thing group', { notResources: [certificates] }],
  ['certificates of other regions', { notResources: [certificates.replace('*', 'eu-west-1'), groups] }],
])('a role is refused to attach them to %s', (_, resources) => {
  expect(() => roleWith({ actions: ['iot:AttachPolicy'], ...resources })).toThrow(/Stack\/Role: /);
});

test('a role is refused everything but certificates and thing groups for another action', () => {
  expect(() =>
    roleWith({ actions: ['iot:AttachPolicy', 'iot:DeletePolicy'], notResources: [certificates, groups] }),
  ).toThrow(/NotResource/);
});

test('who writes everything is told what to write for identities', () => {
  expect(() => roleWith({ actions: ['iot:AttachPrincipalPolicy'], resources: ['*'] })).toThrow(
    "for identities of Cognito, which have no ARN, leave out the others with 'notResources': 'arn:${Aws.PARTITION}:iot:*:*:cert/*', 'arn:${Aws.PARTITION}:iot:*:*:thinggroup/*'",
  );
});
