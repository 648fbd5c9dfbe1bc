import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureFunction, SecureStringParameter, SecureStringValue } from '../../src';
import { can, evaluate } from '../../src/iam';
import { rolePolicies } from '../../src/iam/role-policies';
import { Application, type Resource } from '../../src/template';

const account = '${AWS::AccountId}';
const region = '${AWS::Region}';
const through = (service: string) => `${service}.${region}.\${AWS::URLSuffix}`;
const arnOfParameter = (name: string) => `arn:\${AWS::Partition}:ssm:${region}:${account}:parameter/${name}`;

function synthesized(context: Record<string, unknown>): Application {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Stack');
  const code = {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
  };
  const rotated = SecureStringValue.generated({ rotation: 1 });
  const password = new SecureStringParameter(stack, 'Password', { parameterName: '/orders/password', value: rotated });
  const value = SecureStringValue.putByOperator();
  const token = new SecureStringParameter(stack, 'Token', { parameterName: '/orders/token', value });
  password.grantRead(new SecureFunction(stack, 'Reader', code));
  new SecureFunction(stack, 'Other', code);
  token.grantWrite(new iam.Role(stack, 'Operator', { assumedBy: new iam.AccountRootPrincipal() }));
  return Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
}

const roles = {
  'the function that makes them': 'SecureStringParameters/Role',
  'the function that may read it': 'Reader/ServiceRole',
  'another function': 'Other/ServiceRole',
  'the operator': 'Operator',
} as const;
type Who = keyof typeof roles;
const maker: Who = 'the function that makes them';
const reader: Who = 'the function that may read it';
const other: Who = 'another function';
const operator: Who = 'the operator';

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  const app = synthesized(context);
  const at = (path: string): Resource => {
    const found = app.resources.find(({ constructPath }) => constructPath === `Stack/${path}/Resource`);
    if (!found) throw new Error(`nothing at "Stack/${path}"`);
    return found;
  };
  const decision = (who: Who, action: string, resource: string) => {
    const principal = { kind: 'role' as const, arn: `arn:aws:iam::${account}:role/who` };
    return evaluate({ principal, action, resource, resourceAccount: account }, rolePolicies(at(roles[who]))).decision;
  };

  test.each<[Who, string, string, string]>([
    ...['PutParameter', 'DeleteParameter', 'GetParameterHistory', 'AddTagsToResource', 'ListTagsForResource'].flatMap(
      (action): [Who, string, string, string][] => [
        [maker, action, 'orders/password', 'allowed'],
        [maker, action, 'orders/password.next', 'allowed'],
        [maker, action, 'orders/token', 'allowed'],
        [maker, action, 'orders/token.next', 'denied'],
        [maker, action, 'orders/passwords', 'denied'],
        [maker, action, 'orders', 'denied'],
        [reader, action, 'orders/password', 'denied'],
        [other, action, 'orders/password', 'denied'],
        [operator, action, 'orders/password', 'denied'],
      ],
    ),
    ...['GetParameter', 'GetParameters', 'GetParametersByPath'].flatMap((action): [Who, string, string, string][] => [
      [maker, action, 'orders/password', 'denied'],
      [maker, action, 'orders/token', 'denied'],
      [reader, action, 'orders/token', 'denied'],
      [reader, action, 'orders/password.next', 'denied'],
      [other, action, 'orders/password', 'denied'],
      [operator, action, 'orders/token', 'denied'],
    ]),
    [maker, 'GetParameter', 'orders/password.next', 'allowed'],
    [reader, 'GetParameter', 'orders/password', 'allowed'],
    [reader, 'GetParameters', 'orders/password', 'allowed'],
    [reader, 'GetParametersByPath', 'orders/password', 'denied'],
    [reader, 'LabelParameterVersion', 'orders/password', 'denied'],
    [operator, 'PutParameter', 'orders/token', 'allowed'],
    [operator, 'DeleteParameter', 'orders/token', 'denied'],
    [maker, 'RemoveTagsFromResource', 'orders/token', 'denied'],
    [maker, 'LabelParameterVersion', 'orders/token', 'denied'],
  ])('%s and ssm:%s on %s: %s', (who, action, name, expected) => {
    expect(decision(who, `ssm:${action}`, arnOfParameter(name))).toBe(expected);
  });

  test.each<[Who, string, string | undefined, string, string]>([
    [maker, 'kms:Encrypt', 'orders/password', 'ssm', 'allowed'],
    [maker, 'kms:Encrypt', 'orders/password.next', 'ssm', 'allowed'],
    [maker, 'kms:Encrypt', 'orders/token', 'ssm', 'allowed'],
    [maker, 'kms:Encrypt', 'orders/other', 'ssm', 'denied'],
    [maker, 'kms:Encrypt', 'orders/password', 'secretsmanager', 'denied'],
    [maker, 'kms:Encrypt', undefined, 'ssm', 'denied'],
    [maker, 'kms:Decrypt', 'orders/password.next', 'ssm', 'allowed'],
    [maker, 'kms:Decrypt', 'orders/password', 'ssm', 'denied'],
    [maker, 'kms:Decrypt', 'orders/token', 'ssm', 'denied'],
    [reader, 'kms:Decrypt', 'orders/password', 'ssm', 'allowed'],
    [reader, 'kms:Decrypt', 'orders/password.next', 'ssm', 'denied'],
    [reader, 'kms:Decrypt', 'orders/token', 'ssm', 'denied'],
    [reader, 'kms:Encrypt', 'orders/password', 'ssm', 'denied'],
    [other, 'kms:Decrypt', 'orders/password', 'ssm', 'denied'],
    [operator, 'kms:Encrypt', 'orders/token', 'ssm', 'allowed'],
    [operator, 'kms:Decrypt', 'orders/token', 'ssm', 'denied'],
    [operator, 'kms:Encrypt', 'orders/password', 'ssm', 'denied'],
  ])('%s and %s for %s through %s: %s', (who, action, name, service, expected) => {
    const asked = {
      'kms:ViaService': through(service),
      'lambda:SourceFunctionArn': `arn:aws:lambda:${region}:${account}:function:x`,
      ...(name && { 'kms:EncryptionContext:PARAMETER_ARN': arnOfParameter(name) }),
    };
    expect(can(app, at(roles[who]), action, at('SharedKey'), { context: asked })).toMatchObject({ decision: expected });
  });

  test('the function that makes them reads none, even where the key lets it decrypt what it runs with', () => {
    const asked = {
      'kms:ViaService': through('ssm'),
      'kms:EncryptionContext:PARAMETER_ARN': arnOfParameter('orders/password'),
    };
    const verdict = can(app, at(roles[maker]), 'kms:Decrypt', at('SharedKey'), { context: asked });
    expect(verdict).toMatchObject({ decision: 'denied' });
  });

  test.each([
    ['iam:PassRole', `arn:aws:iam::${account}:role/x`],
    ['iam:PutRolePolicy', `arn:aws:iam::${account}:role/x`],
    ['lambda:InvokeFunction', `arn:aws:lambda:${region}:${account}:function:x`],
    ['lambda:UpdateFunctionCode', `arn:aws:lambda:${region}:${account}:function:x`],
    ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${region}:${account}:secret:x`],
    ['s3:GetObject', 'arn:aws:s3:::bucket/key'],
    ['ssm:DescribeParameters', `arn:aws:ssm:${region}:${account}:*`],
    ['ssm:SendCommand', `arn:aws:ec2:${region}:${account}:instance/i-1`],
    ['logs:DeleteLogGroup', `arn:aws:logs:${region}:${account}:log-group:x`],
    ['kms:PutKeyPolicy', `arn:aws:kms:${region}:${account}:key/x`],
    ['kms:ScheduleKeyDeletion', `arn:aws:kms:${region}:${account}:key/x`],
    ['sts:AssumeRole', `arn:aws:iam::${account}:role/x`],
  ])('the function that makes them may not %s', (action, resource) => {
    expect(decision(maker, action, resource)).toBe('denied');
  });
});
