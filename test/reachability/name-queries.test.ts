import { isNameBlocked, mayQueryAnyName } from '../../src/reachability';
import { applicationOf, find } from '../template/templates';

const lists = `
  All: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: ['*'] } }
  Ours: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: ['sqs.eu-west-1.amazonaws.com', '*.s3.eu-west-1.amazonaws.com'] } }
  Caches: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: ['*.cache.amazonaws.com'] } }
  Wide: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: ['example.org', '*.com'] } }
`;
const rule = (action: string, list: string, priority: number | string, more = '') =>
  `{ Action: ${action}, FirewallDomainListId: ${list}, Priority: ${priority}${more} }`;
const group = (id: string, priority: number | string, ...rules: string[]) => `
  ${id}: { Type: AWS::Route53Resolver::FirewallRuleGroup, Properties: { FirewallRules: [${rules.join(', ')}] } }
  ${id}Used: { Type: AWS::Route53Resolver::FirewallRuleGroupAssociation, Properties: { FirewallRuleGroupId: !Ref ${id}, Priority: ${priority}, VpcId: !Ref Vpc } }`;
const allow = rule('ALLOW', '!GetAtt Ours.Id', 100);
const block = rule('BLOCK', '!GetAtt All.Id', 200, ', BlockResponse: NODATA');
const config = (mode: string) => `
  Config: { Type: AWS::Route53Resolver::FirewallConfig, Properties: { ResourceId: !Ref Vpc, FirewallFailOpen: ${mode} } }`;

test.each<[string, string, string]>([
  ['without a firewall', '', 'yes'],
  ['with a list and everything else blocked', group('G', 101, allow, block), 'no'],
  ['with everything blocked by GetAtt', group('G', 101, rule('BLOCK', '!Ref All', 1)), 'no'],
  ['with a list and nothing blocked', group('G', 101, allow), 'yes'],
  ['with everything alerted of first', group('G', 101, rule('ALERT', '!GetAtt All.Id', 50), block), 'yes'],
  ['with everything allowed first', group('G', 101, rule('ALLOW', '!GetAtt All.Id', 50), block), 'yes'],
  ['with everything allowed last', group('G', 101, rule('ALLOW', '!GetAtt All.Id', 300), block), 'no'],
  ['with everything of one type blocked', group('G', 101, rule('BLOCK', '!GetAtt All.Id', 200, ', Qtype: TXT')), 'yes'],
  ['with a top-level domain allowed', group('G', 101, rule('ALLOW', '!GetAtt Wide.Id', 50), block), 'yes'],
  [
    'with another group before it that allows all',
    group('A', 101, rule('ALLOW', '!GetAtt All.Id', 900)) + group('G', 102, block),
    'yes',
  ],
  [
    'with another group behind it that allows all',
    group('A', 103, rule('ALLOW', '!GetAtt All.Id', 1)) + group('G', 102, block),
    'no',
  ],
  [
    'with priorities as texts',
    group('A', "'900'", rule('ALLOW', '!GetAtt All.Id', 1)) + group('G', "'1000'", block),
    'yes',
  ],
  [
    'with a priority that is a parameter',
    group('A', '!Ref Number', rule('ALLOW', '!GetAtt All.Id', 1)) + group('G', 102, block),
    'unknown',
  ],
  [
    'with a group of elsewhere',
    `
  Used: { Type: AWS::Route53Resolver::FirewallRuleGroupAssociation, Properties: { FirewallRuleGroupId: rslvr-frg-1, Priority: 101, VpcId: !Ref Vpc } }`,
    'unknown',
  ],
  ['with a list of AWS blocked', group('G', 101, rule('BLOCK', 'rslvr-fdl-1', 1)), 'yes'],
  ['with a list of elsewhere allowed', group('G', 101, rule('ALLOW', 'rslvr-fdl-1', 1), block), 'unknown'],
  ['with an action that is a parameter', group('G', 101, rule('!Ref Action', '!GetAtt All.Id', 1)), 'unknown'],
  ['with a firewall that fails closed', group('G', 101, block) + config('DISABLED'), 'no'],
  ['with a firewall that fails open', group('G', 101, block) + config('ENABLED'), 'yes'],
  [
    'with a profile of elsewhere',
    `
  Used: { Type: AWS::Route53Profiles::ProfileAssociation, Properties: { ProfileId: rp-1, ResourceId: !Ref Vpc, Name: a } }`,
    'unknown',
  ],
])('%s, any name may be asked for: %s', (_, resources, expected) => {
  const app = applicationOf(`
Parameters: { Number: { Type: Number }, Action: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }${lists}${resources}`);
  app.inEveryWorld(() => expect(mayQueryAnyName(find(app, 'Vpc'), app).holds).toBe(expected));
});

test('without a resolver, no name is asked for', () => {
  const app = applicationOf('Resources: { Vpc: { Type: AWS::EC2::VPC, Properties: { EnableDnsSupport: false } } }');
  app.inEveryWorld(() => expect(mayQueryAnyName(find(app, 'Vpc'), app).holds).toBe('no'));
});

test.each<[string, string, string, boolean]>([
  ['that meets no firewall', 'sqs.<region>.amazonaws.com', '', false],
  ['that is in a list that is allowed', 'sqs.<region>.amazonaws.com', group('G', 101, allow, block), false],
  ['that is below one in a list', 'uploads.s3.<region>.amazonaws.com', group('G', 101, allow, block), false],
  ['that is in no list', 'sns.<region>.amazonaws.com', group('G', 101, allow, block), true],
  [
    'where what is allowed is no region',
    'sns.<region>.amazonaws.com',
    group('G', 101, rule('ALLOW', '!GetAtt Caches.Id', 1), block),
    true,
  ],
  ['that is above one in a list', 's3.<region>.amazonaws.com', group('G', 101, allow, block), true],
  [
    'that is allowed after all are blocked',
    'sqs.<region>.amazonaws.com',
    group('G', 101, rule('ALLOW', '!GetAtt Ours.Id', 300), block),
    true,
  ],
  ['where nothing is blocked', 'sns.<region>.amazonaws.com', group('G', 101, allow), false],
  [
    'where one type is blocked',
    'sns.<region>.amazonaws.com',
    group('G', 101, rule('BLOCK', '!GetAtt All.Id', 200, ', Qtype: TXT')),
    false,
  ],
  [
    'where a list of elsewhere is allowed',
    'sns.<region>.amazonaws.com',
    group('G', 101, rule('ALLOW', 'rslvr-fdl-1', 1), block),
    false,
  ],
  [
    'where a list of AWS is blocked',
    'sns.<region>.amazonaws.com',
    group('G', 101, rule('BLOCK', 'rslvr-fdl-1', 1)),
    false,
  ],
  ['with a priority that is a parameter', 'sns.<region>.amazonaws.com', group('G', '!Ref Number', block), false],
])('whether a name is surely blocked: one %s', (_, name, resources, expected) => {
  const app = applicationOf(`
Parameters: { Number: { Type: Number } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }${lists}${resources}`);
  app.inEveryWorld(() => expect(isNameBlocked(find(app, 'Vpc'), name, app)).toBe(expected));
});
