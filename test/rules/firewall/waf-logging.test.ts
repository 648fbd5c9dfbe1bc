import rule from '../../../src/rules/firewall/waf-logging';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no log',
      at: ['Firewall'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: !GetAtt Firewall.Arn
            LogDestinationConfigs: [arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders]
      `,
    },
  ],
  unknown: [
    {
      name: 'the log is for a parameter',
      at: ['Firewall'],
      template: `
        Parameters:
          Logged: { Type: String }
        Resources:
          Firewall:
            Type: AWS::WAFv2::WebACL
            Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
          Logging:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: !Ref Logged
              LogDestinationConfigs: [arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders]
      `,
    },
  ],
});
