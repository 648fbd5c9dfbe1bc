import { internet } from '../../../src/reachability/address-range';
import { passedBy } from '../../../src/reachability/firewall/passed-traffic';
import { someOf, trafficTo } from '../../../src/reachability/traffic';
import type { Protocol } from '../../../src/reachability/traffic';
import { applicationOf, find } from '../../template/templates';
import { ask } from '../pieces';

interface Scene {
  readonly stateless?: string;
  readonly fragments?: string;
  readonly statelessGroups?: string;
  readonly engine?: string;
  readonly defaults?: string;
  readonly groups?: string;
  readonly resources?: string;
}

const strict = 'StatefulEngineOptions: { RuleOrder: STRICT_ORDER }';
const droppingAll = 'StatefulDefaultActions: [aws:drop_strict]';
const droppingConnections = 'StatefulDefaultActions: [aws:drop_established, aws:alert_established]';

function policy({ stateless, fragments, statelessGroups, engine, defaults, groups, resources }: Scene): string {
  return `
Parameters: { Anything: { Type: String } }
Resources:
  Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallPolicyArn: !Ref Policy } }
  Policy:
    Type: AWS::NetworkFirewall::FirewallPolicy
    Properties:
      FirewallPolicy:
        StatelessDefaultActions: [${stateless ?? 'aws:forward_to_sfe'}]
        StatelessFragmentDefaultActions: [${fragments ?? 'aws:forward_to_sfe'}]
        ${statelessGroups ? `StatelessRuleGroupReferences: [${statelessGroups}]` : ''}
        ${engine ?? ''}
        ${defaults ?? ''}
        StatefulRuleGroupReferences: [${groups ?? ''}]
${resources ?? ''}`;
}

function group(id: string, source: string, more = ''): string {
  return `
  ${id}: { Type: AWS::NetworkFirewall::RuleGroup, Properties: { RuleGroupName: g, Capacity: 10, RuleGroup: { ${more} RulesSource: { ${source} } } } }`;
}

function list(targets: string, types = 'TLS_SNI', kind = 'ALLOWLIST'): string {
  return `RulesSourceList: { GeneratedRulesType: ${kind}, TargetTypes: [${types}], Targets: [${targets}] }`;
}

function text(...rules: readonly string[]): string {
  return `RulesString: ${JSON.stringify(rules.join('\n'))}`;
}

const ref = (id: string, priority = 1, more = '') => `{ ResourceArn: !Ref ${id}, Priority: ${priority}${more} }`;

function one(source: string, scene: Scene = { engine: strict, defaults: droppingConnections }, more = ''): Scene {
  return { groups: ref('Group'), resources: group('Group', source, more), ...scene };
}

function passed(scene: Scene) {
  const app = applicationOf(policy(scene));
  return ask(app, () => {
    const { anybody, hosts, gaps } = passedBy(find(app, 'Firewall').read('FirewallPolicyArn'));
    const gets = (protocol: Protocol, port: number) =>
      someOf(trafficTo(internet, { from: port, to: port }, [protocol]), anybody);
    return {
      tcp: gets('tcp', 443),
      udp: gets('udp', 53),
      hosts: hosts.map(({ name, by }) => `${by} ${name}`),
      at: gaps.map(({ at }) => at.path.slice(1).join('.')),
    };
  });
}

const actionOrder: Scene = { engine: '', defaults: '' };

describe('the default actions', () => {
  test.each<[string, Scene, string, string]>([
    ['that drop all, in strict order', { engine: strict, defaults: droppingAll }, 'no', 'no'],
    [
      'that drop what belongs to connections, which UDP has none of',
      { engine: strict, defaults: droppingConnections },
      'no',
      'yes',
    ],
    [
      'that wait for a first message',
      { engine: strict, defaults: 'StatefulDefaultActions: [aws:drop_established_app_layer_to_server]' },
      'no',
      'yes',
    ],
    ['that only tell of it', { engine: strict, defaults: 'StatefulDefaultActions: [aws:alert_strict]' }, 'yes', 'yes'],
    ['that are not there', { engine: strict }, 'yes', 'yes'],
    [
      'that are not known',
      { engine: strict, defaults: 'StatefulDefaultActions: [!Ref Anything]' },
      'unknown',
      'unknown',
    ],
    ['that do not count in the order of actions', { defaults: droppingAll }, 'yes', 'yes'],
    [
      'in an order that is not known',
      { engine: 'StatefulEngineOptions: { RuleOrder: !Ref Anything }', defaults: droppingAll },
      'unknown',
      'unknown',
    ],
    [
      'behind stateless ones that pass all',
      { stateless: 'aws:pass', engine: strict, defaults: droppingAll },
      'yes',
      'yes',
    ],
    ['behind stateless ones that drop all', { stateless: 'aws:drop', fragments: 'aws:drop' }, 'no', 'no'],
    [
      'behind stateless ones that are not known',
      { stateless: '!Ref Anything', engine: strict, defaults: droppingAll },
      'unknown',
      'unknown',
    ],
    ['with fragments that pass', { fragments: 'aws:pass', engine: strict, defaults: droppingAll }, 'no', 'yes'],
    [
      'with connections that go on after a break',
      {
        engine: 'StatefulEngineOptions: { RuleOrder: STRICT_ORDER, StreamExceptionPolicy: CONTINUE }',
        defaults: droppingConnections,
      },
      'unknown',
      'yes',
    ],
    [
      'that drop all, with connections that go on after a break',
      {
        engine: 'StatefulEngineOptions: { RuleOrder: STRICT_ORDER, StreamExceptionPolicy: CONTINUE }',
        defaults: droppingAll,
      },
      'no',
      'no',
    ],
  ])('%s', (_, scene, tcp, udp) => {
    expect(passed(scene)).toMatchObject({ tcp, udp, hosts: [] });
  });
});

describe('stateless rules', () => {
  const rule = (priority: number, action: string, match: string) =>
    `{ Priority: ${priority}, RuleDefinition: { Actions: [aws:${action}], MatchAttributes: { ${match} } } }`;
  const rules = (...many: readonly string[]): Scene => ({
    statelessGroups: ref('Rules'),
    resources: group('Rules', `StatelessRulesAndCustomActions: { StatelessRules: [${many.join(', ')}] }`),
    engine: strict,
    defaults: droppingAll,
  });
  const https = 'Protocols: [6], DestinationPorts: [{ FromPort: 443, ToPort: 443 }]';

  test.each<[string, Scene, string, string]>([
    ['that pass everything', rules(rule(1, 'pass', '')), 'yes', 'yes'],
    ['that pass HTTPS', rules(rule(1, 'pass', https)), 'yes', 'no'],
    ['that drop it first', rules(rule(2, 'pass', ''), rule(1, 'drop', https)), 'no', 'yes'],
    [
      'that drop it from somewhere, which may be elsewhere',
      rules(rule(1, 'drop', `${https}, Sources: [{ AddressDefinition: 10.0.9.0/24 }]`), rule(2, 'pass', '')),
      'unknown',
      'yes',
    ],
    [
      'that pass what stays inside',
      rules(rule(1, 'pass', 'Destinations: [{ AddressDefinition: 10.0.0.0/8 }]')),
      'no',
      'no',
    ],
    [
      'that pass to a range that is not known',
      rules(rule(1, 'pass', 'Destinations: [{ AddressDefinition: !Ref Anything }]')),
      'unknown',
      'unknown',
    ],
    [
      'of a group of elsewhere',
      {
        statelessGroups:
          '{ ResourceArn: arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/x, Priority: 1 }',
        engine: strict,
        defaults: droppingAll,
      },
      'unknown',
      'unknown',
    ],
  ])('%s', (_, scene, tcp, udp) => {
    expect(passed(scene)).toMatchObject({ tcp, udp });
  });
});

describe('a list of domains', () => {
  test.each<[string, Scene, string, string[]]>([
    [
      'that allows, in strict order',
      one(list('api.example.com, .example.org')),
      'no',
      ['TLS api.example.com', 'TLS .example.org'],
    ],
    [
      'by TLS and HTTP',
      one(list('api.example.com', 'TLS_SNI, HTTP_HOST')),
      'no',
      ['TLS api.example.com', 'HTTP api.example.com'],
    ],
    [
      'that allows, in the order of actions, where other protocols pass',
      one(list('api.example.com'), actionOrder),
      'yes',
      ['TLS api.example.com'],
    ],
    ['that allows everything', one(list("'.'")), 'yes', []],
    ['that allows a domain in which everybody may have a name', one(list('.com')), 'yes', []],
    ['that allows what is not known', one(list('!Ref Anything')), 'unknown', []],
    ['that denies, and lets through nothing by itself', one(list('.example.com', 'TLS_SNI', 'DENYLIST')), 'no', []],
    ['that denies, in the order of actions', one(list('.example.com', 'TLS_SNI', 'DENYLIST'), actionOrder), 'yes', []],
    ['that may deny', one(list('.example.com', 'TLS_SNI', '!Ref Anything')), 'unknown', []],
  ])('%s', (_, scene, tcp, hosts) => {
    expect(passed(scene)).toMatchObject({ tcp, hosts });
  });
});

describe('a rule of Suricata', () => {
  const sni = (name: string, more = 'startswith; endswith;') =>
    `pass tls $HOME_NET any -> $EXTERNAL_NET any (tls.sni; content:"${name}"; ${more} msg:"a; b"; sid:1; rev:1;)`;

  test.each<[string, readonly string[], string, string[]]>([
    ['that passes a host by name', [sni('api.example.com')], 'no', ['TLS api.example.com']],
    [
      'that passes a domain by name',
      [
        sni('.example.com', 'dotprefix; endswith; nocase;').replace(
          'tls.sni; content:".example.com"; dotprefix;',
          'tls.sni; dotprefix; content:".example.com";',
        ),
      ],
      'no',
      ['TLS .example.com'],
    ],
    ['that passes a name by its end, which others may have', [sni('example.com', 'endswith;')], 'unknown', []],
    ['that passes a name by a piece of it', [sni('example.com', '')], 'unknown', []],
    [
      'that passes a host by name, and asks for more',
      [
        'pass tls any any -> any 443 (ssl_state:client_hello; flow:to_server, established; tls.sni; content:"api.example.com"; startswith; endswith; sid:1;)',
      ],
      'no',
      ['TLS api.example.com'],
    ],
    [
      'that passes all names but one',
      ['pass tls any any -> any any (tls.sni; content:!"api.example.com"; startswith; endswith; sid:1;)'],
      'unknown',
      [],
    ],
    ['that passes every TLS', ['pass tls any any -> any any (sid:1;)'], 'yes', []],
    ['that passes a handshake', ['pass tcp any any -> any any (flow:not_established, to_server; sid:1;)'], 'no', []],
    ['that passes HTTPS', ['pass tcp $HOME_NET any -> any 443 (sid:1;)'], 'yes', []],
    ['that passes another port', ['pass tcp $HOME_NET any -> any 5432 (sid:1;)'], 'no', []],
    ['that passes from a range', ['pass tcp 10.0.1.0/24 any -> any 443 (sid:1;)'], 'unknown', []],
    ['that passes to the network itself', ['pass ip any any -> $HOME_NET any (sid:1;)'], 'no', []],
    ['that passes what comes from outside', ['pass tcp $EXTERNAL_NET any -> $HOME_NET 443 (sid:1;)'], 'no', []],
    ['that passes to a partner', ['pass tcp any any -> 203.0.113.0/24 443 (sid:1;)'], 'yes', []],
    ['that passes to private addresses', ['pass tcp any any -> [10.0.0.0/8, 172.16.0.0/12] any (sid:1;)'], 'no', []],
    ['that passes to all but some', ['pass tcp any any -> !10.0.0.0/8 443 (sid:1;)'], 'unknown', []],
    ['that passes both ways', ['pass tcp any any <> any any (sid:1;)'], 'yes', []],
    ['that passes what a pattern finds', ['pass tls any any -> any any (tls.sni; pcre:"/x/"; sid:1;)'], 'unknown', []],
    ['that drops everything first', ['drop ip any any -> any any (sid:1;)', sni('api.example.com')], 'no', []],
    [
      'that drops TLS, of which there are others',
      ['drop tls any any -> any any (sid:1;)', 'pass tcp any any -> any 443 (sid:2;)'],
      'yes',
      [],
    ],
    ['that only tells of it', ['alert tcp any any -> any any (sid:1;)'], 'no', []],
    ['that is switched off', ['# pass tcp any any -> any any (sid:1;)'], 'no', []],
    ['over two lines', ['pass tcp any any -> any 443 \\', '(sid:1;)'], 'yes', []],
    ['that cannot be read', ['pass whatever'], 'unknown', []],
  ])('%s', (_, rules, tcp, hosts) => {
    expect(passed(one(text(...rules), { engine: strict, defaults: droppingAll }))).toMatchObject({ tcp, hosts });
  });

  test.each<[string, readonly string[], string]>([
    [
      'a rule that drops all others stands behind those that pass',
      [sni('api.example.com'), 'drop tcp any any -> any any (sid:2;)'],
      'no',
    ],
    ['the order of lines does not matter', ['drop tcp any any -> any any (sid:2;)', sni('api.example.com')], 'no'],
    [
      'what is dropped once there is a connection carries nothing before',
      ['drop tcp any any -> any any (flow:established; sid:2;)'],
      'no',
    ],
    ['what drops TLS lets others through', ['drop tls any any -> any any (sid:2;)'], 'yes'],
  ])('in the order of actions, %s', (_, rules, tcp) => {
    expect(passed(one(text(...rules), actionOrder)).tcp).toBe(tcp);
  });

  test.each([
    ['that AWS filled', 'RuleVariables: { IPSets: { PARTNER: { Definition: [203.0.113.0/24] } } },', 'yes'],
    ['that is inside', 'RuleVariables: { IPSets: { PARTNER: { Definition: [10.1.0.0/16] } } },', 'no'],
    ['that is not known', '', 'unknown'],
  ])('is about a set of addresses %s', (_, variables, tcp) => {
    const scene = one(
      text('pass tcp any any -> $PARTNER any (sid:1;)'),
      { engine: strict, defaults: droppingAll },
      variables,
    );
    expect(passed(scene).tcp).toBe(tcp);
  });
});

describe('a rule of five tuples', () => {
  const rule = (action: string, header: string, options = '{ Keyword: sid, Settings: ["1"] }') =>
    `StatefulRules: [{ Action: ${action}, Header: { Source: ANY, SourcePort: ANY, DestinationPort: ANY, Direction: FORWARD, ${header} }, RuleOptions: [${options}] }]`;

  test.each<[string, string, string, string[]]>([
    ['that passes TCP', rule('PASS', 'Protocol: TCP, Destination: ANY'), 'yes', []],
    ['that passes UDP', rule('PASS', 'Protocol: UDP, Destination: ANY'), 'no', []],
    ['that passes to private addresses', rule('PASS', 'Protocol: IP, Destination: 10.0.0.0/8'), 'no', []],
    [
      'that passes TLS to a host',
      rule(
        'PASS',
        'Protocol: TLS, Destination: ANY',
        '{ Keyword: tls.sni }, { Keyword: content, Settings: [\'"api.example.com"\'] }, { Keyword: startswith }, { Keyword: endswith }',
      ),
      'no',
      ['TLS api.example.com'],
    ],
    ['that passes where a parameter says', rule('PASS', 'Protocol: TCP, Destination: !Ref Anything'), 'unknown', []],
    ['that may pass', rule('!Ref Anything', 'Protocol: TCP, Destination: ANY'), 'unknown', []],
    ['that tells of TCP', rule('ALERT', 'Protocol: TCP, Destination: ANY'), 'no', []],
  ])('%s', (_, source, tcp, hosts) => {
    expect(passed(one(source, { engine: strict, defaults: droppingAll }))).toMatchObject({ tcp, hosts });
  });
});

describe('several groups', () => {
  const drop = group('Drop', text('drop tcp any any -> any any (sid:1;)'));
  const pass = group('Pass', text('pass tcp any any -> any 443 (sid:1;)'));
  const both = (groups: string, engine = strict): Scene => ({
    groups,
    resources: drop + pass,
    engine,
    defaults: droppingAll,
  });

  test.each<[string, Scene, string]>([
    ['that drops is asked first', both(`${ref('Drop', 1)}, ${ref('Pass', 2)}`), 'no'],
    ['that passes is asked first', both(`${ref('Drop', 2)}, ${ref('Pass', 1)}`), 'yes'],
    [
      'that drops was turned into one that tells',
      both(`${ref('Drop', 1, ', Override: { Action: DROP_TO_ALERT }')}, ${ref('Pass', 2)}`),
      'yes',
    ],
    ['has no known place', both(`${ref('Drop', 1)}, { ResourceArn: !Ref Pass, Priority: !Ref Anything }`), 'unknown'],
    ['passes, whatever place it has in the order of actions', both(`${ref('Drop', 1)}, ${ref('Pass', 2)}`, ''), 'yes'],
    [
      'is of AWS',
      both(
        '{ ResourceArn: arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/ThreatSignaturesMalwareStrictOrder, Priority: 1 }',
      ),
      'no',
    ],
    [
      'is of elsewhere',
      both('{ ResourceArn: arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/x, Priority: 1 }'),
      'unknown',
    ],
  ])('of which the one %s', (_, scene, tcp) => {
    expect(passed(scene).tcp).toBe(tcp);
  });
});

test.each<[string, Scene, string[]]>([
  [
    'the stateless default',
    { stateless: 'aws:pass', engine: strict, defaults: droppingAll },
    ['FirewallPolicy.StatelessDefaultActions'],
  ],
  ['the missing default', { engine: strict }, ['FirewallPolicy.StatefulDefaultActions']],
  ['the missing order', {}, ['FirewallPolicy.StatefulEngineOptions.RuleOrder']],
  [
    'the target',
    one(list('api.example.com, .com'), { engine: strict, defaults: droppingAll }),
    ['RuleGroup.RulesSource.RulesSourceList.Targets.1'],
  ],
])('what lets everything through is found at %s', (_, scene, places) => {
  expect(passed(scene).at).toEqual(places);
});

test('of a policy that is not part of the app nothing is known', () => {
  const app = applicationOf(`
Resources:
  Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallPolicyArn: arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/x } }`);
  const { anybody, hosts } = passedBy(find(app, 'Firewall').read('FirewallPolicyArn'));
  expect(someOf(trafficTo(internet), anybody)).toBe('unknown');
  expect(hosts).toEqual([]);
});
