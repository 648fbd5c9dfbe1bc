import { App, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { endpointServicesFor } from '../../src/facts/endpoint-services';
import { SecureFunction } from '../../src/function/secure-function';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import type { IsolatedNetworkProps } from '../../src/network/isolated-network-props';
import { NetworkDns } from '../../src/network/network-dns';
import { NetworkEndpoints } from '../../src/network/network-endpoints';
import {
  mayConnect,
  mayLeaveToInternet,
  mayQueryAnyName,
  mayReachInternet,
  mayReachService,
  placementOf,
  type Placement,
  waysOut,
} from '../../src/reachability';
import { Application, type Resource } from '../../src/template';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

function database(stack: Stack, network: IsolatedNetwork): rds.DatabaseCluster {
  const group = new ec2.SecurityGroup(stack, 'StoreGroup', { vpc: network, allowAllOutbound: false });
  return new rds.DatabaseCluster(stack, 'Store', {
    engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_6 }),
    writer: rds.ClusterInstance.serverlessV2('writer'),
    vpc: network,
    securityGroups: [group],
    port: 5432,
  });
}

function synthesized(context: Record<string, unknown>, props: IsolatedNetworkProps = {}): Application {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand(), ...props });
  const ipv6AllowedForDualStack = props.ipProtocol === ec2.IpProtocol.DUAL_STACK;
  const reader = new SecureFunction(stack, 'Reader', { ...code, network, ipv6AllowedForDualStack });
  new SecureFunction(stack, 'Stranger', { ...code, network, ipv6AllowedForDualStack });
  dynamodb.TableV2.fromTableName(stack, 'Table', 'books').grantReadData(reader);
  new secretsmanager.Secret(stack, 'Secret').grantRead(reader);
  database(stack, network).connections.allowFrom(reader, ec2.Port.tcp(5432));
  return Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
}

describe.each([
  ['without feature flags', {}, ec2.IpProtocol.IPV4_ONLY],
  ['with the recommended feature flags', flags, ec2.IpProtocol.IPV4_ONLY],
  ['with IPv6', {}, ec2.IpProtocol.DUAL_STACK],
  ['with IPv6 and the recommended feature flags', flags, ec2.IpProtocol.DUAL_STACK],
])('%s', (_, context, ipProtocol) => {
  const app = synthesized(context, { ipProtocol });
  const at = (path: string): Resource => {
    const found = app.resources.find(({ constructPath }) => constructPath === `Stack/${path}`);
    if (!found) throw new Error(`nothing at "Stack/${path}"`);
    return found;
  };
  const placed = (path: string): Placement => {
    const placement = placementOf(at(path));
    if (!placement) throw new Error(`"${path}" is nowhere`);
    return placement;
  };
  const inWorld = <T>(ask: () => T): T => app.inEveryWorld(ask)[0]!.result;

  test.each(['Reader', 'Stranger'])('no packet of %s gets to the internet', (fn) => {
    expect(inWorld(() => mayReachInternet(at(`${fn}/Resource`), app))).toMatchObject({ holds: 'no' });
  });

  test('no subnet has a way out', () => {
    for (const subnet of app.ofType('AWS::EC2::Subnet')) {
      expect(inWorld(() => waysOut(subnet, app)).filter(({ leaves }) => leaves !== 'no')).toEqual([]);
      expect(inWorld(() => mayLeaveToInternet(subnet, app))).toMatchObject({ holds: 'no' });
    }
  });

  test('no name can be asked for but those that are meant', () => {
    expect(inWorld(() => mayQueryAnyName(at('Network/Resource'), app))).toMatchObject({ holds: 'no' });
  });

  test('the names of what is reached can be asked for: services, and stores of the app', () => {
    const [allowed] = app.ofType('AWS::Route53Resolver::FirewallDomainList');
    expect(allowed.read('Domains').items.map(({ text }) => text)).toEqual([
      '*.ddb.eu-west-1.amazonaws.com',
      '*.eu-west-1.rds.amazonaws.com',
      'dynamodb.eu-west-1.amazonaws.com',
      'secretsmanager.eu-west-1.amazonaws.com',
    ]);
  });

  test.each([
    ['Reader', 'dynamodb:GetItem', 'yes'],
    ['Reader', 'secretsmanager:GetSecretValue', 'yes'],
    ['Stranger', 'secretsmanager:GetSecretValue', 'no'],
    ['Stranger', 'dynamodb:GetItem', 'no'],
    ['Reader', 'sqs:SendMessage', 'no'],
  ])('%s reaches the service of %s: %s', (fn, action, holds) => {
    const services = endpointServicesFor(action)!;
    expect(inWorld(() => mayReachService(placed(`${fn}/Resource`), services, app))).toMatchObject({ holds });
  });

  test.each([
    ['Reader', 5432, 'yes'],
    ['Reader', 22, 'no'],
    ['Stranger', 5432, 'no'],
  ])('%s connects with port %d of the store: %s', (fn, port, holds) => {
    expect(inWorld(() => mayConnect(placed(`${fn}/Resource`), placed('Store/Resource'), port, app))).toMatchObject({
      holds,
    });
  });
});

test('where DNS is open for a reason, any name can be asked for', () => {
  const app = synthesized({}, { dns: NetworkDns.open('names of partners change daily') });
  const [vpc] = app.ofType('AWS::EC2::VPC');
  expect(app.inEveryWorld(() => mayQueryAnyName(vpc, app))[0]!.result).toMatchObject({ holds: 'yes' });
});
