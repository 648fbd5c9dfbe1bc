import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import rule from '../../../src/rules/network/nfw-logging';
import { ruleExamples } from '../rule-examples';

const firewall = {
  firewallName: 'way-out',
  vpcId: 'vpc-0a1b2c',
  subnetMappings: [{ subnetId: 'subnet-0a1b2c' }],
  firewallPolicyArn: 'arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/way-out',
};

const logged = (type: string, actions: string) => `
        Policy:
          Type: AWS::NetworkFirewall::FirewallPolicy
          Properties: { FirewallPolicyName: a, FirewallPolicy: { StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:forward_to_sfe'], StatefulEngineOptions: { RuleOrder: STRICT_ORDER }, StatefulDefaultActions: [${actions}] } }
        Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallName: a, VpcId: vpc-0a1b2c, SubnetMappings: [{ SubnetId: subnet-0a1b2c }], FirewallPolicyArn: !GetAtt Policy.FirewallPolicyArn } }
        Logging: { Type: AWS::NetworkFirewall::LoggingConfiguration, Properties: { FirewallArn: !Ref Firewall, LoggingConfiguration: { LogDestinationConfigs: [{ LogType: ${type}, LogDestinationType: CloudWatchLogs, LogDestination: { logGroup: alerts } }] } } }
      `;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is logged',
      at: ['Firewall'],
      template: (stack) => {
        new networkfirewall.CfnFirewall(stack, 'Firewall', firewall);
      },
    },
    {
      name: 'only connections that were let through are logged',
      at: ['Firewall'],
      template: logged('FLOW', "'aws:drop_established', 'aws:alert_established'"),
    },
    {
      name: 'what is dropped by default tells nobody',
      at: ['Policy/Properties/FirewallPolicy/StatefulDefaultActions'],
      template: logged('ALERT', "'aws:drop_established'"),
    },
  ],
  passes: [
    {
      name: 'alerts go to a log group',
      template: (stack) => {
        const { attrFirewallArn } = new networkfirewall.CfnFirewall(stack, 'Firewall', firewall);
        new networkfirewall.CfnLoggingConfiguration(stack, 'Logging', {
          firewallArn: attrFirewallArn,
          loggingConfiguration: {
            logDestinationConfigs: [
              { logType: 'ALERT', logDestinationType: 'CloudWatchLogs', logDestination: { logGroup: 'alerts' } },
            ],
          },
        });
      },
    },
    {
      name: 'what is dropped by default is an alert',
      template: logged('ALERT', "'aws:drop_established', 'aws:alert_established'"),
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the firewall that is logged',
      at: ['Firewall'],
      template: `
        Parameters:
          Logged: { Type: String }
        Resources:
          Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallName: a, VpcId: vpc-0a1b2c, SubnetMappings: [{ SubnetId: subnet-0a1b2c }], FirewallPolicyArn: a } }
          Logging: { Type: AWS::NetworkFirewall::LoggingConfiguration, Properties: { FirewallArn: !Ref Logged, LoggingConfiguration: { LogDestinationConfigs: [] } } }
      `,
    },
  ],
});
