import { Lazy, Names } from 'aws-cdk-lib';
import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import { Construct } from 'constructs';
import { maximumDomains } from './egress-refusals';
import { holdAsMade, holdGrowing } from './firewall-held';

export interface FirewallPolicyProps {
  /** The domains, as they are known when the app is complete. */
  readonly domains: () => readonly string[];
}

/**
 * Lets TLS through that names one of the domains in its first message, and nothing else.
 *
 * The handshake of TCP has to pass before a name can be read. From then on the default action drops what a function sends
 * until a first message of TLS is complete, which may take several packets; and then it, unless a domain is named. The alert
 * is what writes it to the log.
 *
 * Connections from the VPC are looked at, which is what `HOME_NET` stands for where nothing else is said; what else comes by
 * is dropped.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html#suricata-strict-rule-evaluation-order
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html
 */
export class FirewallPolicy extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { domains }: FirewallPolicyProps) {
    super(scope, id);
    const name = (child: string) => `${Names.uniqueResourceName(this, { maxLength: 100, separator: '-' })}-${child}`;
    const rules = new networkfirewall.CfnRuleGroup(this, 'Domains', {
      ruleGroupName: name('Domains'),
      type: 'STATEFUL',
      // One for each domain and more for each rule that is generated: it cannot be changed later.
      capacity: 2 * maximumDomains,
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' },
        rulesSource: {
          rulesSourceList: {
            generatedRulesType: 'ALLOWLIST',
            targetTypes: ['TLS_SNI'],
            targets: Lazy.uncachedList({ produce: () => [...domains()] }),
          },
        },
      },
    });
    const policy = new networkfirewall.CfnFirewallPolicy(this, 'Policy', {
      firewallPolicyName: name('Policy'),
      firewallPolicy: {
        statelessDefaultActions: ['aws:forward_to_sfe'],
        statelessFragmentDefaultActions: ['aws:forward_to_sfe'],
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: 'REJECT' },
        statefulDefaultActions: [
          'aws:drop_established_app_layer_to_server',
          'aws:alert_established_app_layer_to_server',
        ],
        statefulRuleGroupReferences: [{ priority: 1, resourceArn: rules.attrRuleGroupArn }],
      },
    });
    this.arn = policy.attrFirewallPolicyArn;
    holdGrowing(this, rules, 'RuleGroup', () => ruleGroupOf(domains()));
    holdAsMade(this, policy, 'network-isolated-open');
  }
}

function ruleGroupOf(domains: readonly string[]): unknown {
  return {
    RulesSource: { RulesSourceList: { GeneratedRulesType: 'ALLOWLIST', TargetTypes: ['TLS_SNI'], Targets: domains } },
    StatefulRuleOptions: { RuleOrder: 'STRICT_ORDER' },
  };
}
