import type { Stack } from 'aws-cdk-lib';
import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import rule from '../../../src/rules/network/nfw-allow-list-open';
import { ruleExamples } from '../rule-examples';

const policy = (engine: string) => `
        Policy:
          Type: AWS::NetworkFirewall::FirewallPolicy
          Properties:
            FirewallPolicyName: a
            FirewallPolicy:
              StatelessDefaultActions: ['aws:forward_to_sfe']
              StatelessFragmentDefaultActions: ['aws:forward_to_sfe']
              ${engine}`;
const strict = `StatefulEngineOptions: { RuleOrder: STRICT_ORDER }
              StatefulDefaultActions: ['aws:drop_established', 'aws:alert_established']`;
const uses = (...groups: string[]) =>
  `StatefulRuleGroupReferences: [${groups.map((id, n) => `{ ResourceArn: !Ref ${id}, Priority: ${n + 1} }`).join(', ')}]`;
const list = (targets: string) => `
        Hosts:
          Type: AWS::NetworkFirewall::RuleGroup
          Properties:
            RuleGroupName: hosts
            Capacity: 10
            Type: STATEFUL
            RuleGroup: { StatefulRuleOptions: { RuleOrder: STRICT_ORDER }, RulesSource: { RulesSourceList: { GeneratedRulesType: ALLOWLIST, TargetTypes: [TLS_SNI], Targets: [${targets}] } } }`;
const rules = (text: string) => `
        Rules:
          Type: AWS::NetworkFirewall::RuleGroup
          Properties: { RuleGroupName: rules, Capacity: 10, Type: STATEFUL, RuleGroup: { RulesSource: { RulesString: '${text}' } } }`;

function firewallPolicy(
  stack: Stack,
  statefulEngine: Partial<networkfirewall.CfnFirewallPolicy.FirewallPolicyProperty>,
) {
  const hosts = new networkfirewall.CfnRuleGroup(stack, 'Hosts', {
    ruleGroupName: 'hosts',
    capacity: 10,
    type: 'STATEFUL',
    ruleGroup: {
      rulesSource: {
        rulesSourceList: { generatedRulesType: 'ALLOWLIST', targetTypes: ['TLS_SNI'], targets: ['api.example.com'] },
      },
    },
  });
  new networkfirewall.CfnFirewallPolicy(stack, 'Policy', {
    firewallPolicyName: 'way-out',
    firewallPolicy: {
      statelessDefaultActions: ['aws:forward_to_sfe'],
      statelessFragmentDefaultActions: ['aws:forward_to_sfe'],
      statefulRuleGroupReferences: [{ resourceArn: hosts.attrRuleGroupArn, priority: 1 }],
      ...statefulEngine,
    },
  });
}

export default ruleExamples(rule, {
  fails: [
    {
      name: 'other protocols than TLS pass in the order of actions',
      at: ['Policy/Properties/FirewallPolicy/StatefulEngineOptions/RuleOrder'],
      template: (stack) => firewallPolicy(stack, {}),
    },
    {
      name: 'in strict order nothing is dropped by default',
      at: ['Policy/Properties/FirewallPolicy/StatefulDefaultActions'],
      template: `${policy('StatefulEngineOptions: { RuleOrder: STRICT_ORDER }')}
              ${uses('Hosts')}${list('api.example.com')}`,
    },
    {
      name: 'the list has a domain in which everybody may have a name',
      at: ['Hosts/Properties/RuleGroup/RulesSource/RulesSourceList/Targets/1'],
      template: `${policy(strict)}
              ${uses('Hosts')}${list('api.example.com, .com')}`,
    },
    {
      name: 'the list has everything',
      at: ['Hosts/Properties/RuleGroup/RulesSource/RulesSourceList/Targets/0'],
      template: `${policy(strict)}
              ${uses('Hosts')}${list("'.'")}`,
    },
    {
      name: 'a rule before the list passes HTTPS to all',
      at: ['Rules/Properties/RuleGroup/RulesSource/RulesString'],
      template: `${policy(strict)}
              ${uses('Rules', 'Hosts')}${list('api.example.com')}${rules('pass tcp $HOME_NET any -> any 443 (sid:1;)')}`,
    },
  ],
  passes: [
    {
      name: 'in strict order everything else is dropped',
      template: (stack) =>
        firewallPolicy(stack, {
          statefulEngineOptions: { ruleOrder: 'STRICT_ORDER' },
          statefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
        }),
    },
    {
      name: 'a rule lets handshakes pass, another one a range of a partner',
      template: `${policy(strict)}
              ${uses('Rules', 'Hosts')}${list('api.example.com')}${rules('pass tcp any any -> any any (flow:not_established; sid:1;)\\npass tcp any any -> 203.0.113.0/24 22 (sid:2;)').replace(/'/g, '"')}`,
    },
    {
      name: 'a rule drops all others, in the order of actions',
      template: `${policy('')}
              ${uses('Rules', 'Hosts')}${list('api.example.com')}${rules('drop tcp $HOME_NET any -> any any (flow:established; sid:1;)')}`,
    },
    {
      name: 'nothing is allowed by name, which another rule is about',
      template: policy(''),
    },
  ],
  unknown: [
    {
      name: 'a group of elsewhere may pass others',
      at: ['Policy/Properties/FirewallPolicy/StatefulRuleGroupReferences/0/ResourceArn'],
      template: `${policy(strict)}
              StatefulRuleGroupReferences: [{ ResourceArn: 'arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/a', Priority: 1 }, { ResourceArn: !Ref Hosts, Priority: 2 }]${list('api.example.com')}`,
    },
  ],
});
