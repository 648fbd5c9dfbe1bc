import { reached, unclear, unreached } from './reach';
import type { Reach } from './reach';
import { nameOf } from './told';
import type { Application, Resource, Value } from '../template';

/**
 * Whether code in a VPC may ask for any name, and so send what it knows to whoever answers for a domain: DNS is a way
 * out that no route and no security group closes. Ask inside of a world.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html
 */
export function mayQueryAnyName(vpc: Resource, app: Application): Reach {
  const support = vpc.read('EnableDnsSupport');
  if (support.isFalse) return unreached('the VPC has no resolver', support);
  const rules = judgedRules(vpc, app);
  for (const rule of rules) {
    const reach = judge(rule);
    if (reach) return withFailureMode(reach, vpc, app);
  }
  const profile = app.attachedTo(vpc, 'AWS::Route53Profiles::ProfileAssociation', 'ResourceId')[0];
  if (profile) return unclear(`the profile ${nameOf(profile)} may bring a DNS firewall`, profile);
  return reached(
    ['the resolver of the VPC', rules.length > 0 ? 'no rule blocks the other names' : 'no DNS firewall', 'any domain'],
    vpc,
  );
}

/** A rule, and what decides when it is asked. */
export interface PlacedRule {
  readonly rule: Value;
  readonly priorities: readonly (number | undefined)[];
}

/** The rules of all groups of a VPC, in the order in which they are asked: the priority of the group comes first. */
export function judgedRules(vpc: Resource, app: Application): readonly PlacedRule[] {
  return app
    .attachedTo(vpc, 'AWS::Route53Resolver::FirewallRuleGroupAssociation', 'VpcId')
    .flatMap((association) => {
      const id = association.read('FirewallRuleGroupId');
      const group = id.target?.is('AWS::Route53Resolver::FirewallRuleGroup') ? id.target : undefined;
      const rules = group ? group.read('FirewallRules').items : [id];
      const priority = association.read('Priority').number;
      return rules.map((rule) => ({ rule, priorities: [priority, group && rule.read('Priority').number] }));
    })
    .sort((a, b) => compare(a.priorities, b.priorities));
}

/** What has no known priority is asked first, as it may be: it cannot be told what it hides. */
function compare(a: PlacedRule['priorities'], b: PlacedRule['priorities']): number {
  return (a[0] ?? -1) - (b[0] ?? -1) || (a[1] ?? -1) - (b[1] ?? -1);
}

/** What a rule does with a name that nobody has thought of; `undefined` where it is about other names. */
function judge({ rule, priorities }: PlacedRule): Reach | undefined {
  if (priorities.some((one) => one === undefined)) {
    return unclear('a rule group of the DNS firewall, or its priority, is not part of the application', rule);
  }
  const action = rule.read('Action');
  const names = rule.read('FirewallDomainListId');
  const list = names.target?.is('AWS::Route53Resolver::FirewallDomainList') ? names.target : undefined;
  if (!list) {
    // Lists that AWS manages name what is known to be bad, to block it; whoever allows such a list means another one.
    return names.isAbsent || action.is('BLOCK', 'ALERT')
      ? undefined
      : unclear('a list of domains is not part of the application', names);
  }
  const domains = list.read('Domains');
  if (domains.isUnknown || list.read('DomainFileUrl').isKnown) {
    return action.is('BLOCK') ? undefined : unclear(`the domains of ${nameOf(list)} are not known`, domains);
  }
  const open = domains.items.find(isForEverybody);
  const isAll = domains.items.some((domain) => domain.is('*'));
  if (action.isUnknown) return isAll ? unclear('whether a rule blocks is not known', action) : undefined;
  if (!action.is('BLOCK')) {
    return open
      ? reached(['the resolver of the VPC', `${nameOf(list)} lets ${open.text} through`, 'any domain'], open)
      : undefined;
  }
  const isOfAllTypes = rule.read('Qtype').isAbsent;
  return isAll && isOfAllTypes ? unreached('a rule blocks all other names', rule) : undefined;
}

/** `*`, `*.com`: domains in which everybody may have a name. */
function isForEverybody(domain: Value): boolean {
  return /^\*(?:\.[a-z0-9-]+)?\.?$/i.test(domain.text ?? '');
}

/**
 * What is blocked is let through while the firewall does not answer, if it was told so.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-configuration.html
 */
function withFailureMode(reach: Reach, vpc: Resource, app: Application): Reach {
  const open = app
    .attachedTo(vpc, 'AWS::Route53Resolver::FirewallConfig', 'ResourceId')
    .map((config) => config.read('FirewallFailOpen'))
    .find((mode) => !mode.is('DISABLED') && !mode.isAbsent);
  if (reach.holds !== 'no' || !open) return reach;
  return open.is('ENABLED')
    ? reached(
        ['the resolver of the VPC', 'the DNS firewall lets everything through while it does not answer', 'any domain'],
        open,
      )
    : unclear('what the DNS firewall does while it does not answer is not known', open);
}
