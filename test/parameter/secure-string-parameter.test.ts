import { App, CfnOutput, CfnParameter, NestedStack, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import {
  FunctionSecret,
  Sandbox,
  SecureFunction,
  SecureKey,
  SecureStringParameter,
  SecureStringValue,
  type SecureStringParameterProps,
} from '../../src';

const TYPE = 'Custom::SecureStringParameter';
const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const env = { account: '111122223333', region: 'eu-west-1' };

function newStack(context: Record<string, unknown> = {}): Stack {
  return new Stack(new App({ context }), 'Stack', { env });
}

interface Written {
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

function parameterIn(stack: Stack): Written {
  return Object.values(Template.fromStack(stack).findResources(TYPE))[0] as Written;
}

test('says how a value is generated, and nothing of the value, because it is made when the stack is deployed', () => {
  const stack = newStack();
  new SecureStringParameter(stack, 'Password', {
    parameterName: '/orders/password',
    description: 'of the database',
    value: SecureStringValue.generated({ length: 64, excludeCharacters: 'lO0', rotation: 2 }),
  });
  expect(parameterIn(stack).Properties).toEqual({
    ServiceToken: { 'Fn::GetAtt': [expect.stringMatching(/^SecureStringParametersFunction/), 'Arn'] },
    ServiceTimeout: 900,
    Name: '/orders/password',
    KeyId: { 'Fn::GetAtt': [expect.stringMatching(/^SharedKey/), 'Arn'] },
    Tier: 'Standard',
    Description: 'of the database',
    Source: 'generated',
    Length: 64,
    ExcludeCharacters: 'lO0',
    Rotation: 2,
  });
});

test('names the parameter after its stack and path, as no other is named', () => {
  const app = new App();
  const stacks = [
    new Stack(app, 'One'),
    new Stack(new Stage(app, 'Prod'), 'One'),
    new Stack(app, 'Two', { stackName: 'aws-two' }),
  ];
  const scopes = [...stacks, new NestedStack(stacks[0], 'Nested')];
  const names = scopes.map((scope) => {
    const parameter = new SecureStringParameter(scope, 'Password');
    return String((parameter.node.defaultChild as unknown as { _cfnProperties: { Name: string } })._cfnProperties.Name);
  });
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(?!aws|ssm)[\w.-]+$/i);
});

test('is kept when its stack goes, unless its creation is rolled back', () => {
  const stack = newStack();
  new SecureStringParameter(stack, 'Password');
  expect(parameterIn(stack)).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
});

test('goes with a sandbox', () => {
  const stack = newStack();
  Sandbox.enable(stack);
  new SecureStringParameter(stack, 'Password');
  expect(parameterIn(stack)).toMatchObject({ DeletionPolicy: 'Delete' });
});

test('is made after its permissions and goes before them, so that who deletes it still may', () => {
  const stack = newStack();
  const role = (name: string) => `SecureStringParametersRole${name}`;
  new SecureStringParameter(stack, 'Password');
  const waits = parameterIn(stack).DependsOn?.join() ?? '';
  for (const awaited of ['PasswordPolicy', role('DefaultPolicy'), 'SecureStringParametersFunctionEventInvokeConfig']) {
    expect(waits).toContain(awaited);
  }
});

test('has other permissions under another name, so that the old ones last until the old parameter is deleted', () => {
  const policyOf = (parameterName: string) => {
    const stack = newStack();
    new SecureStringParameter(stack, 'Password', { parameterName });
    return Object.keys(Template.fromStack(stack).findResources('AWS::IAM::Policy')).find((id) =>
      id.startsWith('PasswordPolicy'),
    );
  };
  expect(policyOf('/a')).toBe(policyOf('/a'));
  expect(policyOf('/a')).not.toBe(policyOf('/b'));
});

test('shares one function in a stack, and in the stacks nested in it', () => {
  const stack = newStack();
  for (const scope of [stack, new NestedStack(stack, 'Nested'), new NestedStack(stack, 'Other')]) {
    new SecureStringParameter(scope, 'A');
    new SecureStringParameter(scope, 'B');
  }
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::Lambda::Function', 1);
  template.resourceCountIs('AWS::KMS::Key', 1);
});

test('has a function of its own in each stack, stage and region', () => {
  const app = new App();
  const stage = new Stage(app, 'Prod');
  const stacks = [
    new Stack(app, 'One'),
    new Stack(app, 'Two'),
    new Stack(stage, 'One'),
    new Stack(stage, 'Far', { env }),
  ];
  for (const stack of stacks) new SecureStringParameter(stack, 'Password');
  for (const stack of stacks) Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
});

test('says which construct has the id of the function that the stack shares', () => {
  const stack = newStack();
  new iam.Role(stack, 'SecureStringParameters', { assumedBy: new iam.AccountRootPrincipal() });
  expect(() => new SecureStringParameter(stack, 'Password')).toThrow(
    "Stack/SecureStringParameters: 'SecureStringParameters' is the id of the function",
  );
});

test.each<[string, SecureStringParameterProps, string]>([
  ['a path', { parameterName: '/orders/password' }, 'parameter/orders/password'],
  ['a simple name', { parameterName: 'password' }, 'parameter/password'],
  ['a simple name with a slash, which SSM takes for the same', { parameterName: '/password' }, 'parameter/password'],
])('has the ARN of %s', (_, props, resource) => {
  const parameter = new SecureStringParameter(newStack(), 'Password', props);
  expect(Stack.of(parameter).resolve(parameter.parameterArn)).toEqual({
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:ssm:eu-west-1:111122223333:${resource}`]],
  });
});

test.each([
  [true, ':parameter/'],
  [false, ':parameter'],
])('takes a name that is only known later with simpleName: %s', (simpleName, before) => {
  const stack = newStack();
  const { valueAsString: parameterName } = new CfnParameter(stack, 'Name');
  const parameter = new SecureStringParameter(stack, 'Password', { parameterName, simpleName });
  expect(parameterIn(stack).Properties.Name).toEqual({ Ref: 'Name' });
  expect(JSON.stringify(stack.resolve(parameter.parameterArn))).toContain(`${before}",{"Ref":"Name"}`);
});

test('tells what refers to its name to wait for it', () => {
  const stack = newStack();
  const parameter = new SecureStringParameter(stack, 'Password', { parameterName: '/a' });
  expect(stack.resolve(parameter.parameterName)).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^Password/), 'Name'],
  });
  expect(parameter.parameterRef).toEqual({
    parameterName: parameter.parameterName,
    parameterArn: parameter.parameterArn,
  });
  expect(parameter.parameterType).toBe('SecureString');
});

test('is known by its name in another account', () => {
  const app = new App();
  const parameter = new SecureStringParameter(new Stack(app, 'Stack', { env }), 'Password', { parameterName: '/a' });
  const other = new Stack(app, 'Other', { env: { account: '999999999999', region: 'eu-west-1' } });
  expect(other.resolve(parameter.parameterName)).toBe('/a');
  const unnamed = new SecureStringParameter(Stack.of(parameter), 'Unnamed');
  expect(other.resolve(unnamed.parameterName)).toMatch(/^Stack-Unnamed-/);
});

test('writes the version into the reference that CloudFormation replaces by the value, so that a rotation reaches it', () => {
  const stack = newStack();
  new CfnOutput(stack, 'Password', { value: new SecureStringParameter(stack, 'Parameter').stringValue });
  Template.fromStack(stack).hasOutput('Password', {
    Value: {
      'Fn::Join': [
        '',
        [
          '{{resolve:ssm-secure:',
          { 'Fn::GetAtt': [Match.anyValue(), 'Name'] },
          ':',
          { 'Fn::GetAtt': [Match.anyValue(), 'Version'] },
          '}}',
        ],
      ],
    },
  });
});

test('lets a pattern of the operator pass the placeholder, and nothing else that it does not match', () => {
  const stack = newStack();
  new SecureStringParameter(stack, 'Password', {
    value: SecureStringValue.putByOperator(),
    allowedPattern: '^\\d{6}$',
  });
  const { AllowedPattern, Source } = parameterIn(stack).Properties;
  expect(Source).toBe('operator');
  const pattern = new RegExp(String(AllowedPattern));
  expect(['123456', SecureStringParameter.PLACEHOLDER].every((value) => pattern.test(value))).toBe(true);
  expect(['12345', 'x', `${SecureStringParameter.PLACEHOLDER}!`, ''].some((value) => pattern.test(value))).toBe(false);
});

test('takes the key that it is given', () => {
  const stack = newStack();
  const encryptionKey = new SecureKey(stack, 'Key');
  const parameter = new SecureStringParameter(stack, 'Password', { encryptionKey });
  expect(parameter.encryptionKey).toBe(encryptionKey);
  expect(parameterIn(stack).Properties.KeyId).toEqual(stack.resolve(encryptionKey.keyArn));
});

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  test('grants reading of one parameter, through the Parameter Store only', () => {
    const stack = newStack(context);
    const fn = new SecureFunction(stack, 'Fn', code);
    const parameter = new SecureStringParameter(stack, 'Password', { parameterName: '/a' });
    parameter.grantRead(fn);
    const arn = stack.resolve(parameter.parameterArn) as unknown;
    for (const statement of [
      { Effect: 'Allow', Action: ['ssm:GetParameter', 'ssm:GetParameters'], Resource: arn },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: stack.resolve(parameter.encryptionKey.keyArn) as unknown,
        Condition: {
          StringEquals: {
            'kms:ViaService': Match.anyValue(),
            'kms:EncryptionContext:PARAMETER_ARN': arn,
          },
        },
      },
    ]) {
      Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
        Roles: [{ Ref: Match.stringLikeRegexp('^FnServiceRole') }],
        PolicyDocument: { Statement: Match.arrayWith([statement]) },
      });
    }
  });

  test.each([
    [ssm.ParameterTier.STANDARD, 'kms:Encrypt'],
    [ssm.ParameterTier.ADVANCED, 'kms:GenerateDataKey'],
  ])('grants writing of a parameter of tier %s with %s', (tier, action) => {
    const stack = newStack(context);
    const operator = new iam.Role(stack, 'Operator', { assumedBy: new iam.AccountRootPrincipal() });
    new SecureStringParameter(stack, 'Password', { tier }).grantWrite(operator);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp('^Operator') }],
      PolicyDocument: {
        Statement: [Match.objectLike({ Action: 'ssm:PutParameter' }), Match.objectLike({ Action: action })],
      },
    });
  });
});

test.each([
  ['nothing at all while no parameter is rotated', undefined, ['StringEquals']],
  ['nothing but the next values of those that are', 2, ['StringEquals', 'StringNotLike']],
])('the function that makes parameters decrypts %s', (_, rotation, operators) => {
  const stack = newStack();
  new SecureStringParameter(stack, 'First');
  new SecureStringParameter(stack, 'Second', { value: SecureStringValue.generated({ rotation }) });
  const denials = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as { Effect: string; Condition: object }[])
    .filter(({ Effect }) => Effect === 'Deny');
  expect(denials.map(({ Condition }) => Object.keys(Condition))).toEqual([operators]);
});

test('lets a function of another stack read it, which is deployed after it where it is given the name', () => {
  const app = new App();
  const parameter = new SecureStringParameter(new Stack(app, 'Data', { env }), 'Password', { parameterName: '/a' });
  const stack = new Stack(app, 'Stack', { env });
  const fn = new SecureFunction(stack, 'Fn', { ...code, environment: { PARAMETER: parameter.parameterName } });
  parameter.grantRead(fn);
  app.synth();
  expect(stack.dependencies).toContain(Stack.of(parameter));
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: { PARAMETER: { 'Fn::ImportValue': Match.stringLikeRegexp('^Data:ExportsOutputFnGetAttPassword') } },
    },
  });
});

test('is a secret of a function, which reads this parameter and is told its name', () => {
  const stack = newStack();
  const parameter = new SecureStringParameter(stack, 'Password', { parameterName: '/a' });
  new SecureFunction(stack, 'Fn', { ...code, secrets: { DB_PASSWORD: FunctionSecret.ssm(parameter) } });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { DB_PASSWORD_PARAMETER_NAME: stack.resolve(parameter.parameterName) as unknown } },
  });
  template.hasResourceProperties('AWS::IAM::Policy', {
    Roles: [{ Ref: Match.stringLikeRegexp('^FnServiceRole') }],
    PolicyDocument: {
      Statement: Match.arrayWith([
        { Effect: 'Allow', Action: 'ssm:GetParameter', Resource: stack.resolve(parameter.parameterArn) as unknown },
      ]),
    },
  });
});

test('takes keys, removal policies and options as they come with tokens and undefined', () => {
  const stack = newStack();
  new SecureStringParameter(stack, 'Password', {
    parameterName: undefined,
    value: undefined,
    encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd'),
    removalPolicy: RemovalPolicy.RETAIN,
    tier: undefined,
    description: new CfnParameter(stack, 'Description').valueAsString,
  });
  expect(parameterIn(stack)).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: { Source: 'generated', Length: 32, Tier: 'Standard', Description: { Ref: 'Description' } },
  });
});

describe('uses of keys', () => {
  const policiesOf = (stack: Stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy')).map(({ Properties }) =>
      JSON.stringify(Properties.PolicyDocument),
    );
  const uses = (policies: readonly string[], action: string) =>
    policies.filter((policy) => policy.includes(`"${action}"`) && policy.includes('PARAMETER_ARN'));

  test('of the key of the stack stand in one statement for each action, which names every parameter', () => {
    const stack = new Stack(new App(), 'Stack');
    for (const parameterName of ['/a', '/b']) {
      new SecureStringParameter(stack, parameterName.slice(1), { parameterName });
    }
    new SecureStringParameter(stack, 'c', { parameterName: '/c', tier: ssm.ParameterTier.ADVANCED });
    const policies = policiesOf(stack);
    expect(uses(policies, 'kms:Encrypt')).toEqual([expect.stringMatching(/parameter\/a"[\s\S]*parameter\/b"/)]);
    expect(uses(policies, 'kms:Encrypt')[0]).not.toContain('parameter/c"');
    expect(uses(policies, 'kms:GenerateDataKey')).toEqual([expect.stringMatching(/parameter\/c"/)]);
    expect(uses(policies, 'kms:GenerateDataKey')[0]).not.toContain('parameter/a"');
  });

  test('of another key, or in a nested stack, stand beside the parameter, because the function is made before', () => {
    const stack = new Stack(new App(), 'Stack');
    const nested = new NestedStack(stack, 'Nested');
    new SecureStringParameter(stack, 'Own', { parameterName: '/own', encryptionKey: new SecureKey(stack, 'Key') });
    new SecureStringParameter(nested, 'Inner', { parameterName: '/inner' });
    expect(uses(policiesOf(stack), 'kms:Encrypt')).toEqual([expect.stringMatching(/parameter\/own"/)]);
    expect(uses(policiesOf(nested), 'kms:Encrypt')).toEqual([expect.stringMatching(/parameter\/inner"/)]);
  });
});
