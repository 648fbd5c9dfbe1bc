import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import rule from '../../../src/rules/network/nfw-change-protection';
import { ruleExamples } from '../rule-examples';

const firewall = {
  firewallName: 'way-out',
  vpcId: 'vpc-0a1b2c',
  subnetMappings: [{ subnetId: 'subnet-0a1b2c' }],
  firewallPolicyArn: 'arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/way-out',
};

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: [
        'Firewall/Properties/DeleteProtection',
        'Firewall/Properties/FirewallPolicyChangeProtection',
        'Firewall/Properties/SubnetChangeProtection',
      ],
      template: (stack) => {
        new networkfirewall.CfnFirewall(stack, 'Firewall', firewall);
      },
    },
  ],
  passes: [
    {
      name: 'it is protected',
      template: (stack) => {
        new networkfirewall.CfnFirewall(stack, 'Firewall', {
          ...firewall,
          deleteProtection: true,
          subnetChangeProtection: true,
          firewallPolicyChangeProtection: true,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys decides',
      at: ['Firewall/Properties/DeleteProtection'],
      template: `
        Parameters:
          IsKept: { Type: String }
        Resources:
          Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallName: a, VpcId: vpc-0a1b2c, SubnetMappings: [{ SubnetId: subnet-0a1b2c }], FirewallPolicyArn: a, DeleteProtection: !Ref IsKept, SubnetChangeProtection: true, FirewallPolicyChangeProtection: true } }
      `,
    },
  ],
});
