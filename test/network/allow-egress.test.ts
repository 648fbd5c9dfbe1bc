import { App, NestedStack, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { IsolatedNetwork, NetworkEndpoints, SecureFunction, ServerlessSecurityChecks } from '../../src';
import {
  isEgressGuarded,
  mayQueryAnyName,
  mayReachInternet,
  onlyHosts,
  openingsOf,
  waysOut,
} from '../../src/reachability';
import { Application, type Resource } from '../../src/template';
import { nagPacks } from '../judges/packs';
import { named, validationReport } from '../judges/validation-report';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const env = { account: '111122223333', region: 'eu-west-1' };
const reason = 'the payment provider wants connections that are signed by who pays';

interface Scene {
  readonly maxAzs?: number;
  readonly agnostic?: boolean;
  readonly apart?: 'stack' | 'nested stack';
  readonly closed?: boolean;
}

function appWith(context: Record<string, unknown> = {}, { maxAzs = 2, agnostic, apart, closed }: Scene = {}): App {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Stack', agnostic ? {} : { env });
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand(), maxAzs });
  const elsewhere =
    apart === 'stack' ? new Stack(app, 'Apart', { env }) : apart ? new NestedStack(stack, 'Apart') : stack;
  const payer = new SecureFunction(elsewhere, 'Payer', { ...code, network });
  new SecureFunction(elsewhere, 'Stranger', { ...code, network });
  if (!closed) network.allowEgressTo({ domains: ['api.example.com', '.example.org'], reason, functions: [payer] });
  return app;
}

describe.each<[string, Record<string, unknown>, Scene]>([
  ['without feature flags', {}, {}],
  ['with the recommended feature flags', flags, {}],
  ['in three zones', {}, { maxAzs: 3 }],
  ['in a region that is not known', {}, { agnostic: true }],
  ['with the functions in another stack', {}, { apart: 'stack' }],
  ['with the functions in a nested stack', {}, { apart: 'nested stack' }],
])('%s', (_, context, scene) => {
  const app = Application.load([appWith(context, scene).synth().directory]);
  const zones = scene.maxAzs ?? 2;
  const at = (end: string): Resource => {
    const found = app.resources.find(({ constructPath }) => constructPath?.endsWith(`/${end}`));
    if (!found) throw new Error(`nothing at "${end}"`);
    return found;
  };
  const inWorld = <T>(ask: () => T): T => app.inEveryWorld(ask)[0]!.result;
  const pathsOut = (subnet: string) =>
    inWorld(() => waysOut(at(`Network/${subnet}/Subnet`), app)).map(({ path }) => path);
  const zoneNumbers = Array.from({ length: zones }, (__, n) => n + 1);

  test('packets of the function that is named get out, firewall first', () => {
    const { holds, path } = inWorld(() => mayReachInternet(at('Payer/Resource'), app));
    expect(holds).toBe('yes');
    expect(path.slice(3, 4)).toEqual(['Network/Egress/Zone1/Firewall (only what names .example.org, api.example.com)']);
  });

  test('only these domains can be reached, by that function, and nothing by others', () => {
    expect(inWorld(() => onlyHosts(at('Payer/Resource'), app))).toEqual(['.example.org', 'api.example.com']);
    expect(inWorld(() => onlyHosts(at('Stranger/Resource'), app))).toEqual([]);
  });

  test('those of others do not', () => {
    expect(inWorld(() => mayReachInternet(at('Stranger/Resource'), app))).toMatchObject({ holds: 'no' });
  });

  test.each(zoneNumbers)(
    'in zone %d there is one way out: firewall, NAT gateway, internet gateway of the same zone',
    (zone) => {
      const own = `Network/Egress/Zone${zone}`;
      const fromNat = [`${own}/NatSubnet/RouteTable (0.0.0.0/0)`, 'Network/Egress/InternetGateway', 'the internet'];
      const fromFirewall = [`${own}/FirewallSubnet/RouteTable (0.0.0.0/0)`, `${own}/NatGateway`, ...fromNat];
      const fromFunctions = [
        `Network/FunctionsSubnet${zone}/RouteTable (0.0.0.0/0)`,
        `${own}/Firewall (only what names .example.org, api.example.com)`,
        ...fromFirewall,
      ];
      expect(pathsOut(`FunctionsSubnet${zone}`)).toEqual([fromFunctions]);
      expect(pathsOut(`Egress/Zone${zone}/FirewallSubnet`)).toEqual([fromFirewall]);
      expect(pathsOut(`Egress/Zone${zone}/NatSubnet`)).toEqual([fromNat]);
    },
  );

  test.each(zoneNumbers)(
    'what comes back in zone %d passes its firewall, on the way to the only subnet that sends by it',
    (zone) => {
      const table = at(`Zone${zone}/NatSubnet/RouteTable`);
      const back = app
        .attachedTo(table, 'AWS::EC2::Route', 'RouteTableId')
        .filter((route) => !route.read('VpcEndpointId').isAbsent);
      const subnet = at(`Network/FunctionsSubnet${zone}/Subnet`).read('CidrBlock').text;
      expect(back.map((route) => route.read('DestinationCidrBlock').text)).toEqual([subnet]);
      const firewall = at(`Zone${zone}/Firewall`).logicalId;
      for (const route of back) {
        expect(JSON.stringify(route.rawProperties.VpcEndpointId)).toContain(`["${firewall}","EndpointIds"]`);
      }
    },
  );

  test('each firewall has one endpoint, because AWS lists several in no order', () => {
    const firewalls = app.ofType('AWS::NetworkFirewall::Firewall');
    expect(firewalls.map((firewall) => firewall.read('SubnetMappings').items.length)).toEqual(zoneNumbers.map(() => 1));
  });

  test.each(zoneNumbers)('data stores and endpoints in zone %d have no way out', (zone) => {
    expect(pathsOut(`DataSubnet${zone}`)).toEqual([]);
    expect(pathsOut(`EndpointsSubnet${zone}`)).toEqual([]);
  });

  test('names are answered for the domains that were named, and no others', () => {
    expect(inWorld(() => mayQueryAnyName(at('Network/Resource'), app))).toMatchObject({ holds: 'no' });
    expect(
      at('Network/Dns/Allowed')
        .read('Domains')
        .items.map(({ text }) => text),
    ).toEqual(['*.example.org', 'api.example.com', 'example.org']);
  });

  test('the model takes it for a way through a firewall, and for no other opening', () => {
    expect(inWorld(() => isEgressGuarded(at('Network/Resource'), app))).toBe(true);
    expect(inWorld(() => openingsOf(at('Network/Resource'), app))).toEqual([]);
  });
});

interface Written {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
}

function resourcesOf(app: App): Record<string, Written> {
  const { Resources } = Template.fromStack(app.node.findChild('Stack') as Stack).toJSON() as {
    Resources: Record<string, Written>;
  };
  return Resources;
}

const withWayOut = resourcesOf(appWith());
const kinds = /^AWS::(?:NetworkFirewall::|EC2::(?:NatGateway|EIP|InternetGateway|VPCGatewayAttachment|Route$))/;

test('a network in which nobody is let out has none of it, and one in which somebody is has all that it had before', () => {
  const [before, after] = [resourcesOf(appWith({}, { closed: true })), withWayOut];
  expect(Object.values(before).filter(({ Type }) => kinds.test(Type))).toEqual([]);
  const changed = Object.keys(before).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]));
  expect(changed.map((id) => before[id].Type)).toEqual(['AWS::Route53Resolver::FirewallDomainList']);
});

function only(type: string): Written[] {
  return Object.values(withWayOut).filter(({ Type }) => Type === type);
}

test('what names no allowed domain is dropped, before and after the first message', () => {
  expect(only('AWS::NetworkFirewall::FirewallPolicy').map(({ Properties }) => Properties.FirewallPolicy)).toMatchObject(
    [
      {
        StatelessDefaultActions: ['aws:forward_to_sfe'],
        StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
        StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
        StatefulDefaultActions: [
          'aws:drop_established_app_layer_to_server',
          'aws:alert_established_app_layer_to_server',
        ],
      },
    ],
  );
  expect(only('AWS::NetworkFirewall::RuleGroup').map(({ Properties }) => Properties.RuleGroup)).toMatchObject([
    {
      RulesSource: {
        RulesSourceList: {
          GeneratedRulesType: 'ALLOWLIST',
          TargetTypes: ['TLS_SNI'],
          Targets: ['.example.org', 'api.example.com'],
        },
      },
    },
  ]);
});

test('firewalls cannot be deleted, moved or given another policy by mistake, and alerts go to an encrypted log', () => {
  for (const { Properties } of only('AWS::NetworkFirewall::Firewall')) {
    expect(Properties).toMatchObject({
      DeleteProtection: true,
      SubnetChangeProtection: true,
      FirewallPolicyChangeProtection: true,
    });
  }
  const logs = only('AWS::NetworkFirewall::LoggingConfiguration');
  expect(logs).toHaveLength(2);
  const { LogDestinationConfigs } = logs[0].Properties.LoggingConfiguration as {
    LogDestinationConfigs: { LogType: string; LogDestination: { logGroup: { Ref: string } } }[];
  };
  expect(LogDestinationConfigs.map(({ LogType }) => LogType)).toEqual(['ALERT']);
  const group = withWayOut[LogDestinationConfigs[0].LogDestination.logGroup.Ref];
  expect(group.Properties.KmsKeyId).toBeDefined();
});

test('each firewall says who is let out where and why, and what it costs', () => {
  expect(
    only('AWS::NetworkFirewall::Firewall').map(({ Metadata }) => Metadata?.['cdk-secure-serverless:egress']),
  ).toEqual(
    [1, 2].map(() => ({
      allowed: [{ domains: ['api.example.com', '.example.org'], reason, functions: ['Stack/Payer'] }],
      dollarsAMonth: 292,
    })),
  );
});

test('a second call adds domains and functions to the same firewalls', () => {
  const stack = new Stack(new App(), 'Stack', { env });
  const network = new IsolatedNetwork(stack, 'Network');
  const [first, second] = ['First', 'Second'].map((id) => new SecureFunction(stack, id, { ...code, network }));
  network.allowEgressTo({ domains: ['a.example.com'], reason: 'one', functions: [first] });
  network.allowEgressTo({ domains: ['b.example.com'], reason: 'two', functions: [first, second] });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::NetworkFirewall::Firewall', 2);
  template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 2);
  template.hasResourceProperties('AWS::NetworkFirewall::RuleGroup', {
    RuleGroup: { RulesSource: { RulesSourceList: { Targets: ['a.example.com', 'b.example.com'] } } },
  });
});

/** What the gate says of an app. */
function reportOf(app: App, strict: boolean): ReturnType<typeof validationReport> {
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, { strict }));
  return validationReport(app);
}

/** What the strict gate wants of every function and log group, in a network or not. */
const ofEveryFunction =
  /^(?:alarm-missing|iam-inline|lambda-code-signing|lambda-dlq|lambda-orphan|lambda-reserved-concurrency|lambda-tags|logs-data-protection) /;

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('the gate, %s', (_, context) => {
  test('finds nothing', () => {
    expect(named(reportOf(appWith(context), false).open)).toEqual([]);
  });

  const strict = reportOf(appWith(context), true);

  test('finds nothing when it is strict, but for what it wants of every function', () => {
    const found = named(strict.open);
    expect(found.filter((finding) => !ofEveryFunction.test(finding))).toEqual([]);
  });

  test('has been told the reason on what it would find: the function, its rule, the routes of the NAT gateways, the answers', () => {
    const about = strict.acknowledged.filter(({ rule }) => rule !== 'iam-wildcard-resource');
    expect(named(about).sort()).toEqual([
      'lambda-egress Stack/Payer/Resource',
      'nacl-open Stack/Network/Egress/Acl/Acl/Answers/Resource',
      'nacl-open Stack/Network/FunctionsAcl/In200/Resource',
      'route-igw Stack/Network/Egress/Zone1/ToInternet',
      'route-igw Stack/Network/Egress/Zone2/ToInternet',
      'sg-egress-open Stack/Payer/EgressThroughFirewall',
    ]);
    const told = about.filter(({ rule }) => ['lambda-egress', 'sg-egress-open'].includes(rule));
    expect(JSON.stringify(told).split(reason)).toHaveLength(3);
  });
});

const judged = appWith();
judged.synth();

test.each(nagPacks)('%p has no open finding about the way out', (Pack) => {
  const found = new Pack(judged).validateScope(judged).violations;
  const about = found.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath ?? ''}`),
  );
  expect(about.filter((finding) => finding.includes('Egress'))).toEqual([]);
});
