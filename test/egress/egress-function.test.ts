import { App, CfnParameter, CfnResource, Lazy, Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { EgressFunction, IsolatedNetwork, NetworkEndpoints, SecureFunction, ServerlessSecurityChecks } from '../../src';
import { named, openFindings } from '../judges/validation-report';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const props = { hosts: ['pay.example.org', 'api.example.com'], reason: 'cards are charged by the payment provider' };

function newStack(context = {}): Stack {
  return new Stack(new App({ context }), 'Stack');
}

function findingsOf(app: App): string[] {
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  return named(openFindings(app));
}

test('the function knows the hosts, is in no VPC, and may do nothing but trace and log', () => {
  const stack = newStack();
  new EgressFunction(stack, 'Payments', props);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Description: 'Calls api.example.com,pay.example.org: cards are charged by the payment provider',
    Environment: { Variables: { ALLOWED_HOSTS: 'api.example.com,pay.example.org' } },
    VpcConfig: Match.absent(),
  });
  const actions = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) =>
    (Properties.PolicyDocument.Statement as { Effect: string; Action: string | string[] }[])
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => Action),
  );
  expect(actions.sort()).toEqual([
    'kms:Decrypt',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ]);
});

test('a long reason is cut to what Lambda takes, and one that is only known later is not cut apart', () => {
  const stack = newStack();
  new EgressFunction(stack, 'Long', { ...props, reason: 'because '.repeat(100) });
  new EgressFunction(stack, 'Later', {
    hosts: [`${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(50)}.com`],
    reason: new CfnParameter(stack, 'Reason').valueAsString,
  });
  const [long, later] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function')).map(
    ({ Properties }) => Properties.Description as unknown,
  );
  expect(long).toHaveLength(256);
  expect(JSON.stringify(later)).toContain('{"Ref":"Reason"}');
});

test('the code is what the package has, and reads the hosts from where they stand', async () => {
  process.env.ALLOWED_HOSTS = 'api.example.com';
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { handler } = require('../../src/egress/handler') as {
    handler: (request: unknown, context: unknown) => Promise<unknown>;
  };
  await expect(handler({ url: 'https://pay.example.org/' }, {})).rejects.toThrow("'pay.example.org' is not allowed");
});

test('a function in a network without a way out asks through the endpoint of Lambda, and only the function that was let in', () => {
  const stack = newStack();
  const egress = new EgressFunction(stack, 'Payments', props);
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  const checkout = new SecureFunction(stack, 'Checkout', { ...code, network });
  new SecureFunction(stack, 'Search', { ...code, network });
  egress.grantInvoke(checkout);

  const template = Template.fromStack(stack);
  const invoking = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
    JSON.stringify(policy).includes('lambda:InvokeFunction'),
  );
  expect(invoking.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['CheckoutServiceRoleDefaultPolicy']);
  expect(JSON.stringify(invoking)).not.toContain('*');
  template.hasResourceProperties('AWS::EC2::VPCEndpoint', {
    ServiceName: { 'Fn::Join': ['', ['com.amazonaws.', { Ref: 'AWS::Region' }, '.lambda']] },
  });
});

test.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('the gate finds nothing in it, nor in who may call it, %s', (_, context) => {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack');
  const egress = new EgressFunction(stack, 'Payments', props);
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  egress.grantInvoke(new SecureFunction(stack, 'Checkout', { ...code, network }));
  expect(findingsOf(app)).toEqual([]);
});

describe('what is refused', () => {
  test.each<[string, string, string]>([
    ['a wildcard', '*.example.com', 'stands for many'],
    ['everything', '*', 'stands for many'],
    ['an address', '203.0.113.7', 'is an address, which'],
    ['an IPv6 address', '2001:db8::1', 'is an address, not a name'],
    ['a URL', 'https://api.example.com', 'is an address, not a name'],
    ['a port', 'api.example.com:8443', 'is an address, not a name'],
    ['a path', 'api.example.com/v1', 'is an address, not a name'],
    ['upper case', 'API.example.com', 'is no DNS name'],
    ['one label', 'intranet', 'is no DNS name'],
    ['nothing', '', 'is no DNS name'],
    ['two at once', 'api.example.com,evil.example.net', 'is no DNS name'],
    ['the function itself', 'my.localhost', 'is not on the internet'],
    ['names of AWS', 'ip-10-0-0-1.eu-west-1.compute.internal', 'is not on the internet'],
    ['a token', Lazy.string({ produce: () => 'api.example.com' }), 'is only known after deployment'],
  ])('as a host: %s', (_, host, message) => {
    const stack = newStack();
    expect(() => new EgressFunction(stack, 'Payments', { ...props, hosts: [host] })).toThrow(message);
    expect(stack.node.children).toEqual([]);
  });

  test('no hosts, and no reason, in one error', () => {
    const wrong = () => new EgressFunction(newStack(), 'Payments', { hosts: [], reason: ' ' });
    expect(wrong).toThrow(/'hosts' is empty[\s\S]*an empty 'reason'/);
  });

  test('more hosts than the environment of a function takes', () => {
    const hosts = Array.from({ length: 200 }, (_, index) => `tenant-${index}.api.example.com`);
    const tooMany = () => new EgressFunction(newStack(), 'Payments', { ...props, hosts });
    expect(tooMany).toThrow(/'hosts' has 5\d{3} characters/);
  });

  test('a caller that has no role', () => {
    const stack = newStack();
    const caller = lambda.Function.fromFunctionArn(
      stack,
      'Caller',
      'arn:aws:lambda:eu-west-1:111122223333:function:checkout',
    );
    expect(() => new EgressFunction(stack, 'Payments', props).grantInvoke(caller)).toThrow('has no role');
  });
});

describe('what fails synthesis', () => {
  const fnOf = (egress: EgressFunction) => egress.node.findChild('Function') as SecureFunction;
  const resourceOf = (egress: EgressFunction) => fnOf(egress).node.defaultChild as lambda.CfnFunction;

  test.each<[string, (egress: EgressFunction, stack: Stack) => void, string]>([
    [
      'another list of hosts by an escape hatch',
      (egress) => resourceOf(egress).addPropertyOverride('Environment.Variables.ALLOWED_HOSTS', 'evil.example.net'),
      'Environment.Variables',
    ],
    [
      'a variable that makes Node.js load something else',
      (egress) => resourceOf(egress).addPropertyOverride('Environment.Variables.NODE_OPTIONS', '--require /opt/x.js'),
      'Environment.Variables',
    ],
    [
      'a layer',
      (egress) => resourceOf(egress).addPropertyOverride('Layers', ['arn:aws:lambda:eu-west-1:999999999999:layer:x:1']),
      'Layers',
    ],
    ['a function URL', (egress) => void fnOf(egress).addFunctionUrl(), 'lets others call'],
    [
      'a permission for another account',
      (egress) => fnOf(egress).addPermission('Other', { principal: new iam.AccountPrincipal('444455556666') }),
      'lets others call',
    ],
    [
      'an untyped event source',
      (egress, stack) =>
        void new CfnResource(stack, 'Source', {
          type: 'AWS::Lambda::EventSourceMapping',
          properties: { FunctionName: egress.functionName, EventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:inbox' },
        }),
      'lets others call',
    ],
  ])('%s', (_, loosen, message) => {
    const stack = newStack();
    const egress = new EgressFunction(stack, 'Payments', props);
    loosen(egress, stack);
    expect(() => (stack.node.root as App).synth()).toThrow(message);
  });
});
