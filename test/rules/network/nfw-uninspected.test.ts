import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import rule from '../../../src/rules/network/nfw-uninspected';
import { ruleExamples } from '../rule-examples';

const policy = (packets: string, fragments = 'aws:forward_to_sfe') => `
        Parameters: { Default: { Type: String } }
        Resources:
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties: { FirewallPolicyName: a, FirewallPolicy: { StatelessDefaultActions: [${packets}], StatelessFragmentDefaultActions: [${fragments}] } }
      `;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'packets pass',
      at: ['Policy/Properties/FirewallPolicy/StatelessDefaultActions'],
      template: (stack) => {
        new networkfirewall.CfnFirewallPolicy(stack, 'Policy', {
          firewallPolicyName: 'way-out',
          firewallPolicy: {
            statelessDefaultActions: ['aws:pass'],
            statelessFragmentDefaultActions: ['aws:drop'],
          },
        });
      },
    },
    {
      name: 'fragments pass',
      at: ['Policy/Properties/FirewallPolicy/StatelessFragmentDefaultActions'],
      template: policy('aws:forward_to_sfe', 'aws:pass'),
    },
    {
      name: 'packets pass, and are counted',
      at: ['Policy/Properties/FirewallPolicy/StatelessDefaultActions'],
      template: policy('aws:pass, Counted'),
    },
  ],
  passes: [
    {
      name: 'packets go to the rules that know connections',
      template: (stack) => {
        new networkfirewall.CfnFirewallPolicy(stack, 'Policy', {
          firewallPolicyName: 'way-out',
          firewallPolicy: {
            statelessDefaultActions: ['aws:forward_to_sfe'],
            statelessFragmentDefaultActions: ['aws:drop'],
          },
        });
      },
    },
    { name: 'packets are dropped', template: policy('aws:drop') },
  ],
  unknown: [
    {
      name: 'a parameter says what becomes of them',
      at: ['Policy/Properties/FirewallPolicy/StatelessDefaultActions/0'],
      template: policy('!Ref Default'),
    },
  ],
});
