import { App, Aspects, CfnCondition, CfnResource, Fn, Lazy, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { IConstruct } from 'constructs';
import { SecureStringParameter, SecureStringValue, type SecureStringParameterProps } from '../../src';

function newStack(): Stack {
  return new Stack(new App(), 'Stack');
}

const generated = (options: Parameters<typeof SecureStringValue.generated>[0]) => ({
  value: SecureStringValue.generated(options),
});

test.each<[string, (stack: Stack) => SecureStringParameterProps, RegExp]>([
  [
    'a name that AWS keeps for itself',
    () => ({ parameterName: 'awsPassword' }),
    /'parameterName: awsPassword' begins as only names of AWS/,
  ],
  ['such a name in a path', () => ({ parameterName: '/SSM/password' }), /begins as only names of AWS do/],
  ['a name with a space', () => ({ parameterName: 'a b' }), /characters that SSM does not take/],
  [
    'a name with a wildcard, which would be one in policies',
    () => ({ parameterName: '/orders/*' }),
    /characters that SSM does not take/,
  ],
  [
    'a path without a slash before it',
    () => ({ parameterName: 'orders/password' }),
    /is no path: begin each level with one slash/,
  ],
  ['a path with two slashes', () => ({ parameterName: '/orders//password' }), /is no path/],
  ['a path that ends in a slash', () => ({ parameterName: '/orders/' }), /is no path/],
  ['16 levels', () => ({ parameterName: '/a'.repeat(16) }), /has more than 15 levels/],
  [
    'a name of 1,000 characters',
    () => ({ parameterName: 'a'.repeat(1000) }),
    /'parameterName: a{77}\.\.\.' is longer than SSM takes/,
  ],
  ['an empty name', () => ({ parameterName: '' }), /characters that SSM does not take/],
  [
    'a token as the name, without its kind',
    () => ({ parameterName: Lazy.string({ produce: () => '/a' }) }),
    /'parameterName' is a token: say in 'simpleName'/,
  ],
  ['the wrong kind of name', () => ({ parameterName: '/a', simpleName: true }), /is not what 'simpleName: true' says/],
  [
    'a value of 21 letters and digits',
    () => generated({ length: 21 }),
    /a value of 21 out of 62 characters can be guessed: use at least 22/,
  ],
  [
    'a value of one character',
    () => generated({ characters: 'a', length: 4096 }),
    /out of 1 characters can be guessed: use more characters/,
  ],
  [
    'a value of no character',
    () => generated({ excludeCharacters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789' }),
    /out of 0 characters/,
  ],
  [
    'a value that only seems to have many characters',
    () => generated({ characters: 'abababababababab', length: 64 }),
    /a value of 64 out of 2 characters/,
  ],
  ['a PIN', () => generated({ characters: '0123456789', length: 6 }), /use at least 39/],
  ['a value that is too long', () => generated({ length: 4097 }), /'length: 4097'/],
  ['half a character', () => generated({ length: 40.5 }), /'length: 40\.5'/],
  [
    'a length that nobody knows',
    () => generated({ length: Token.asNumber(Lazy.number({ produce: () => 4 })) }),
    /a token in the options of the value/,
  ],
  ['characters that SSM reads as a reference', () => generated({ characters: 'abcdefghij{}' }), /curly brackets/],
  ['characters of more than one byte', () => generated({ characters: 'äöüßabcdefgh' }), /not printable ASCII/],
  ['half a rotation', () => generated({ rotation: 1.5 }), /'rotation: 1\.5': write a whole number/],
  ['a rotation backwards', () => generated({ rotation: -1 }), /'rotation: -1'/],
  [
    'an alias instead of a key',
    (stack) => ({ encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/mine') }),
    /'encryptionKey' is the alias 'alias\/mine'/,
  ],
  [
    'the key of AWS, with which everybody decrypts',
    (stack) => ({ encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/aws/ssm') }),
    /is the alias 'alias\/aws\/ssm'/,
  ],
  [
    'a tier that decides later how to encrypt',
    () => ({ tier: ssm.ParameterTier.INTELLIGENT_TIERING }),
    /'tier: Intelligent-Tiering'/,
  ],
  [
    'the value in the description',
    () => ({ description: ['token ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('') }),
    /'description' looks like a GitHub token/,
  ],
  ['a description that is too long', () => ({ description: 'a '.repeat(600) }), /'description' of 1200 characters/],
  [
    'a pattern that is too long',
    () => ({ allowedPattern: 'a'.repeat(1025) }),
    /'allowedPattern' of 1025 characters: write at most 1024/,
  ],
  [
    'a pattern that is too long with the placeholder',
    () => ({ value: SecureStringValue.putByOperator(), allowedPattern: 'a'.repeat(901) }),
    /write at most 900/,
  ],
  [
    'being deleted with the stack',
    () => ({ removalPolicy: RemovalPolicy.DESTROY }),
    /'removalPolicy: destroy' deletes the value/,
  ],
])('prop: %s is refused', (_, props, message) => {
  const stack = newStack();
  const given = props(stack);
  const before = stack.node.findAll().length;
  expect(() => new SecureStringParameter(stack, 'Password', given)).toThrow(message);
  expect(stack.node.findAll()).toHaveLength(before);
});

test('everything that is refused is said at once, and no value of it that may be secret', () => {
  const description = ['ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
  let message = '';
  try {
    new SecureStringParameter(newStack(), 'Password', {
      parameterName: 'ssm',
      description,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  } catch (error) {
    message = String(error);
  }
  expect(message).toMatch(
    /^SecurityRefusal: Stack\/Password:\n- 'parameterName: ssm'[\s\S]*- 'description'[\s\S]*- 'removalPolicy/,
  );
  expect(message).not.toContain(description);
});

test.each<[string, (parameter: SecureStringParameter) => unknown, RegExp]>([
  [
    'applyRemovalPolicy',
    (parameter) => parameter.applyRemovalPolicy(RemovalPolicy.DESTROY),
    /'removalPolicy: destroy'/,
  ],
])('method: %s is refused at the line', (_, loosen, message) => {
  expect(() => loosen(new SecureStringParameter(newStack(), 'Password'))).toThrow(message);
});

test('the value of an operator is no text for other resources, because it would be the placeholder', () => {
  const parameter = new SecureStringParameter(newStack(), 'Password', { value: SecureStringValue.putByOperator() });
  expect(() => parameter.stringValue).toThrow(/^Stack\/Password: 'stringValue' would be the placeholder/);
});

const l1Of = (parameter: IConstruct) => parameter.node.defaultChild as CfnResource;
const policyOf = (parameter: IConstruct) => parameter.node.children.find(({ node }) => node.id.startsWith('Policy'))!;
const providerOf = (parameter: IConstruct, ...ids: string[]) =>
  ids.reduce<IConstruct>(
    (node, id) => node.node.findChild(id),
    Stack.of(parameter).node.findChild('SecureStringParameters'),
  );

test.each<[string, (parameter: SecureStringParameter) => unknown, RegExp]>([
  [
    'another function',
    (p) => l1Of(p).addPropertyOverride('ServiceToken', 'arn:aws:lambda:eu-west-1:999999999999:function:x'),
    /'ServiceToken' of 'Stack\/Password\/Resource' was changed/,
  ],
  ['another name', (p) => l1Of(p).addPropertyOverride('Name', '/theirs'), /'Name' of .* was changed to '"\/theirs"'/],
  ['another key', (p) => l1Of(p).addPropertyOverride('KeyId', 'alias/aws/ssm'), /'KeyId' of .* was changed/],
  ['deletion', (p) => (l1Of(p).cfnOptions.deletionPolicy = undefined), /'DeletionPolicy'/],
  ['deletion by an override', (p) => l1Of(p).addOverride('UpdateReplacePolicy', 'Delete'), /'UpdateReplacePolicy'/],
  ['its removal', (p) => p.node.tryRemoveChild('Resource'), /was removed/],
  [
    'permissions on a condition',
    (p) =>
      (l1Of(policyOf(p)).cfnOptions.condition = new CfnCondition(Stack.of(p), 'C', {
        expression: Fn.conditionEquals('a', 'b'),
      })),
    /was made conditional/,
  ],
  ['another type', (p) => l1Of(p).addOverride('Type', 'AWS::SSM::Parameter'), /the type of/],
  [
    'a wider policy of the function',
    (p) => l1Of(policyOf(p)).addPropertyOverride('PolicyDocument.Statement.0.Resource', '*'),
    /was changed/,
  ],
  [
    'code of somebody else in the function, as another role',
    (p) => l1Of(providerOf(p, 'Function')).addPropertyOverride('Role', 'arn:aws:iam::111122223333:role/admin'),
    /'Role' of/,
  ],
])('escape hatch: %s fails synthesis', (_, loosen, message) => {
  const stack = newStack();
  loosen(new SecureStringParameter(stack, 'Password'));
  expect(() => (stack.node.root as App).synth()).toThrow(message);
});

test('an aspect that changes the name fails synthesis', () => {
  const stack = newStack();
  new SecureStringParameter(stack, 'Password');
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof CfnResource && node.cfnResourceType === 'Custom::SecureStringParameter') {
        node.addPropertyOverride('Name', '/x');
      }
    },
  });
  expect(() => (stack.node.root as App).synth()).toThrow(/'Name' of/);
});

test('a permission that somebody adds to the role of the function is narrowed or refused as everywhere', () => {
  const parameter = new SecureStringParameter(newStack(), 'Password');
  const role = providerOf(parameter, 'Role') as iam.Role;
  expect(() => role.addToPolicy(new iam.PolicyStatement({ actions: ['ssm:*'], resources: ['*'] }))).toThrow(
    /'ssm:\*' allows/,
  );
  expect(() => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMFullAccess'))).toThrow(
    /managed policy/,
  );
});

test.each([
  ['in one stack', {}, /^Stack\/Password2\d: the permissions to make 2\d parameters have at least 8\d{3} characters/],
  [
    'that are rotated',
    { value: SecureStringValue.generated({ rotation: 1 }) },
    /^Stack\/Password1[01]: .* 1[01] parameters/,
  ],
])(
  'more parameters than the role has room for, %s, are refused at the line, because AWS would refuse the deployment',
  (_, props, message) => {
    const stack = newStack();
    const make = () => {
      for (let index = 1; index <= 30; index++) new SecureStringParameter(stack, `Password${index}`, props);
    };
    expect(make).toThrow(message);
  },
);
