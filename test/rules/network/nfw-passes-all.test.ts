import type { Stack } from 'aws-cdk-lib';
import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import rule from '../../../src/rules/network/nfw-passes-all';
import { ruleExamples } from '../rule-examples';

const policy = (engine: string, resources = '') => `
        Policy:
          Type: AWS::NetworkFirewall::FirewallPolicy
          Properties:
            FirewallPolicyName: a
            FirewallPolicy:
              StatelessDefaultActions: ['aws:forward_to_sfe']
              StatelessFragmentDefaultActions: ['aws:forward_to_sfe']
              ${engine}${resources}`;
const uses = 'StatefulRuleGroupReferences: [{ ResourceArn: !Ref Rules, Priority: 1 }]';
const group = (source: string) => `
        Rules:
          Type: AWS::NetworkFirewall::RuleGroup
          Properties: { RuleGroupName: rules, Capacity: 10, Type: STATEFUL, RuleGroup: { RulesSource: { ${source} } } }`;

function firewallPolicy(stack: Stack, more: Partial<networkfirewall.CfnFirewallPolicy.FirewallPolicyProperty>): void {
  new networkfirewall.CfnFirewallPolicy(stack, 'Policy', {
    firewallPolicyName: 'way-out',
    firewallPolicy: {
      statelessDefaultActions: ['aws:forward_to_sfe'],
      statelessFragmentDefaultActions: ['aws:forward_to_sfe'],
      ...more,
    },
  });
}

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing but signatures of AWS drops anything',
      at: ['Policy/Properties/FirewallPolicy/StatefulEngineOptions/RuleOrder'],
      template: (stack) =>
        firewallPolicy(stack, {
          statefulRuleGroupReferences: [
            {
              resourceArn: `arn:aws:network-firewall:${stack.region}:aws-managed:stateful-rulegroup/ThreatSignaturesMalware`,
            },
          ],
        }),
    },
    {
      name: 'a list names hosts that are denied',
      at: ['Policy/Properties/FirewallPolicy/StatefulDefaultActions'],
      template: policy(
        `StatefulEngineOptions: { RuleOrder: STRICT_ORDER }
              ${uses}`,
        group('RulesSourceList: { GeneratedRulesType: DENYLIST, TargetTypes: [TLS_SNI], Targets: [.example.com] }'),
      ),
    },
  ],
  passes: [
    {
      name: 'everything is dropped by default',
      template: (stack) =>
        firewallPolicy(stack, {
          statefulEngineOptions: { ruleOrder: 'STRICT_ORDER' },
          statefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
        }),
    },
    {
      name: 'a list of hosts to allow is the business of another rule',
      template: policy(
        uses,
        group('RulesSourceList: { GeneratedRulesType: ALLOWLIST, TargetTypes: [TLS_SNI], Targets: [.example.com] }'),
      ),
    },
  ],
  unknown: [
    {
      name: 'a group of elsewhere may pass all',
      at: ['Policy/Properties/FirewallPolicy/StatefulRuleGroupReferences/0/ResourceArn'],
      template: policy(`StatefulEngineOptions: { RuleOrder: STRICT_ORDER }
              StatefulDefaultActions: ['aws:drop_established']
              StatefulRuleGroupReferences: [{ ResourceArn: 'arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/a', Priority: 1 }]`),
    },
  ],
});
