import { Lazy, Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import { acknowledgeOpenDns } from './network-acknowledgements';
import { NetworkDns } from './network-dns';
import { enforce, render } from '../enforced/enforced';

const rule = 'vpc-dns-open';
const instead = "keep the DNS firewall, or decide about names with 'dns' of the network";

/** The names that the network asks for, in the order of the alphabet. */
export interface DnsFirewallProps {
  readonly vpcId: string;
  readonly names: () => readonly string[];
}

/**
 * Answers queries for the names that the network needs, and "no such domain" to all others. It fails closed, unless an
 * `AWS::Route53Resolver::FirewallConfig` says otherwise, which is a type that few regions have.
 *
 * Names that answers lead on to are trusted: those of AWS are aliases of names that change.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-configuration.html
 */
export class DnsFirewall extends Construct {
  constructor(scope: Construct, id: string, { vpcId, names }: DnsFirewallProps) {
    super(scope, id);
    const domains = Lazy.uncachedList({ produce: () => [...names()] }, { omitEmpty: true });
    const allowed = new resolver.CfnFirewallDomainList(this, 'Allowed', { domains });
    const all = new resolver.CfnFirewallDomainList(this, 'All', { domains: ['*'] });
    const rules = [
      {
        action: 'ALLOW',
        firewallDomainListId: allowed.attrId,
        firewallDomainRedirectionAction: 'TRUST_REDIRECTION_DOMAIN',
        priority: 10,
      },
      { action: 'BLOCK', blockResponse: 'NXDOMAIN', firewallDomainListId: all.attrId, priority: 100 },
    ];
    const group = new resolver.CfnFirewallRuleGroup(this, 'RuleGroup', { firewallRules: rules });
    const association = new resolver.CfnFirewallRuleGroupAssociation(this, 'Association', {
      firewallRuleGroupId: group.attrId,
      // Between 100 and 9900, and other groups may have to come before.
      priority: 1000,
      vpcId,
    });

    const written = rulesOf(render(group)?.Properties);
    enforce(this, allowed, [
      { path: 'Domains', accepts: (got) => isSame(got ?? [], Stack.of(this).resolve(names())), rule, instead },
    ]);
    enforce(this, all, [{ path: 'Domains', value: ['*'], rule, instead }]);
    enforce(this, group, [{ path: 'FirewallRules', accepts: (got) => isSame(got, written), rule, instead }]);
    enforce(this, association, [
      { path: 'VpcId', value: vpcId, rule, instead },
      { path: 'FirewallRuleGroupId', value: group.attrId, rule, instead },
      { path: 'Priority', value: 1000, rule, instead },
    ]);
  }
}

/** Closes the DNS of a network to all names but these, or leaves it open for the reason that was given. */
export function closeDns(network: ec2.Vpc, dns: NetworkDns | undefined, needed: () => readonly string[]): void {
  const { _openBecause: reason, _names: added } = dns ?? NetworkDns.endpointsAnd();
  if (reason !== undefined) {
    acknowledgeOpenDns(network, reason);
    return;
  }
  const names = () => [...new Set([...needed(), ...added])].sort();
  new DnsFirewall(network, 'Dns', { vpcId: network.vpcId, names });
}

function rulesOf(properties: unknown): unknown {
  return (properties as { readonly FirewallRules: unknown }).FirewallRules;
}

/** As text: an L1 writes what is left out as undefined. */
function isSame(got: unknown, wanted: unknown): boolean {
  return JSON.stringify(got) === JSON.stringify(wanted);
}
