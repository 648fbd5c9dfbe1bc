import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { mockClient } from 'aws-sdk-client-mock';
import { payments } from '../../examples/payments/app';
import { handler } from '../../examples/payments/handlers/charge';
import { endpointServicesFor } from '../../src/facts/endpoint-services';
import { can } from '../../src/iam';
import { mayQueryAnyName, mayReachInternet, mayReachService, placementOf } from '../../src/reachability';
import { Application, type Resource } from '../../src/template';
import { named, openFindings } from '../judges/validation-report';

/** Where a template is only looked at, bundling decides nothing. */
const unbundled = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true };

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
])('the payments, %s', (_, flags) => {
  const built = payments({ context: { ...flags, ...unbundled } });
  const app = Application.load(built.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
  const at = (id: string): Resource => {
    const found = app.resources.find(({ constructPath }) => constructPath === `Payments/${id}/Resource`);
    if (!found) throw new Error(`no resource "${id}"`);
    return found;
  };
  const inWorld = <T>(ask: () => T): T => app.inEveryWorld(ask)[0]!.result;

  test('are synthesized without an open finding', () => {
    expect(named(openFindings(built))).toEqual([]);
  });

  test('have no NAT gateway, and one endpoint: that of Lambda', () => {
    expect(app.ofType('AWS::EC2::NatGateway')).toEqual([]);
    expect(app.ofType('AWS::EC2::InternetGateway')).toEqual([]);
    const services = app.ofType('AWS::EC2::VPCEndpoint').map((endpoint) => endpoint.read('ServiceName').text);
    expect(services).toEqual([expect.stringMatching(/\.lambda$/)]);
  });

  test('the function that charges gets out by no packet and no name, and reaches Lambda', () => {
    expect(inWorld(() => mayReachInternet(at('Charge'), app))).toMatchObject({ holds: 'no' });
    expect(inWorld(() => mayQueryAnyName(app.ofType('AWS::EC2::VPC')[0], app))).toMatchObject({ holds: 'no' });
    const lambda = endpointServicesFor('lambda:InvokeFunction')!;
    expect(inWorld(() => mayReachService(placementOf(at('Charge'))!, lambda, app))).toMatchObject({ holds: 'yes' });
  });

  test('only the function that charges may have requests sent', () => {
    const egress = at('PaymentProvider/Function');
    const may = (role: string) => can(app, at(role), 'lambda:InvokeFunction', egress).decision;
    expect(may('Charge/ServiceRole')).toBe('allowed');
    expect(may('PaymentProvider/Function/ServiceRole')).toBe('denied');
    expect(placementOf(egress)).toBeUndefined();
  });
});

test('the role of the function that charges has what its bundle calls, and nothing else', () => {
  expect(() => payments().synth()).not.toThrow();
});

describe('a message', () => {
  const lambda = mockClient(LambdaClient);
  const answers = (statusCode: number) =>
    lambda.on(InvokeCommand).resolves({ Payload: Buffer.from(JSON.stringify({ statusCode })) as never });
  const event = { Records: [{ messageId: 'm-1', body: '{"amount":5}' }] } as unknown as Parameters<typeof handler>[0];

  beforeEach(() => lambda.reset());

  test('is charged once, under its own id, however often it is delivered', async () => {
    answers(201);
    await expect(handler(event)).resolves.toEqual({ batchItemFailures: [] });
    const { Payload } = lambda.commandCalls(InvokeCommand)[0].args[0].input;
    expect(JSON.parse(String(Payload))).toMatchObject({
      url: 'https://api.example.com/v1/charges',
      headers: { 'idempotency-key': 'm-1' },
      body: '{"amount":5}',
    });
  });

  test.each<[string, () => unknown]>([
    ['the provider refuses it', () => answers(402)],
    ['the request was not sent', () => lambda.on(InvokeCommand).resolves({ FunctionError: 'Unhandled' })],
    ['Lambda cannot be reached', () => lambda.on(InvokeCommand).rejects(new Error('timeout'))],
  ])('is tried again where %s', async (_, fails) => {
    fails();
    await expect(handler(event)).resolves.toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
  });
});
