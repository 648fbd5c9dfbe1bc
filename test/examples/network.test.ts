import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { bookstore } from '../../examples/bookstore/app';
import { endpointServicesFor } from '../../src/facts/endpoint-services';
import { mayQueryAnyName, mayReachInternet, mayReachService, placementOf } from '../../src/reachability';
import { Application, type Resource } from '../../src/template';

/** Bundling takes a second, and decides nothing here. */
const unbundled = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true };

describe.each([
  ['without feature flags', unbundled],
  ['with the recommended feature flags', { ...recommendedFlags, ...unbundled }],
])('the bookstore in its network, %s', (_, context) => {
  const app = Application.load(
    bookstore({ context })
      .synth()
      .stacks.map(({ templateFullPath }) => ({ path: templateFullPath })),
  );
  const fn = (id: string): Resource => {
    const found = app.resources.find(({ constructPath }) => constructPath === `Bookstore/${id}/Resource`);
    if (!found) throw new Error(`no function "${id}"`);
    return found;
  };
  const inWorld = <T>(ask: () => T): T => app.inEveryWorld(ask)[0]!.result;

  test('has no NAT gateway and no endpoint that costs', () => {
    expect(app.ofType('AWS::EC2::NatGateway')).toEqual([]);
    expect(app.ofType('AWS::EC2::VPCEndpoint').map((one) => one.read('VpcEndpointType').text)).toEqual([
      'Gateway',
      'Gateway',
    ]);
  });

  test.each([
    ['CreateAuthor', 'dynamodb:PutItem', 'yes'],
    ['CreateAuthor', 's3:PutObject', 'yes'],
    ['BooksStats', 'dynamodb:GetItem', 'yes'],
    ['BooksStats', 'sns:Publish', 'no'],
  ])('%s reaches the service of %s: %s', (id, action, holds) => {
    const services = endpointServicesFor(action)!;
    expect(inWorld(() => mayReachService(placementOf(fn(id))!, services, app))).toMatchObject({ holds });
  });

  test.each(['CreateAuthor', 'BooksStats'])('nothing gets out of %s: no packet, and no name', (id) => {
    expect(inWorld(() => mayReachInternet(fn(id), app))).toMatchObject({ holds: 'no' });
    const [vpc] = app.ofType('AWS::EC2::VPC');
    expect(inWorld(() => mayQueryAnyName(vpc, app))).toMatchObject({ holds: 'no' });
  });
});
