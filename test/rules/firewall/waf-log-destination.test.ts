import * as logs from 'aws-cdk-lib/aws-logs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/firewall/waf-log-destination';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'CloudFormation makes the name of the log group of the L2',
      at: ['Log/Properties/LogGroupName'],
      template: (stack) => {
        const log = new logs.LogGroup(stack, 'Log');
        new wafv2.CfnLoggingConfiguration(stack, 'Logging', {
          resourceArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4',
          logDestinationConfigs: [log.logGroupArn],
        });
      },
    },
    {
      name: 'the log group has a name that AWS WAF does not take',
      at: ['Log/Properties/LogGroupName'],
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties: { LogGroupName: firewall }
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
            LogDestinationConfigs: [!GetAtt Log.Arn]
      `,
    },
    {
      name: 'CloudFormation makes the name',
      at: ['Log/Properties/LogGroupName'],
      template: `
        Log:
          Type: AWS::Logs::LogGroup
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
            LogDestinationConfigs: [!Sub 'arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:\${Log}']
      `,
    },
    {
      name: 'there is no destination',
      at: ['Logging/Properties/LogDestinationConfigs'],
      template: `
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
            LogDestinationConfigs: []
      `,
    },
  ],
  passes: [
    {
      name: 'our log group has a name as AWS WAF wants it',
      template: (stack) => {
        const log = new SecureLogGroup(stack, 'Log', { logGroupName: 'aws-waf-logs-orders' });
        new wafv2.CfnLoggingConfiguration(stack, 'Logging', {
          resourceArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4',
          logDestinationConfigs: [log.logGroupArn],
        });
      },
    },
    {
      name: 'the name starts as AWS WAF wants it',
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties: { LogGroupName: !Sub 'aws-waf-logs-\${AWS::StackName}' }
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
            LogDestinationConfigs: [!GetAtt Log.Arn]
      `,
    },
  ],
  unknown: [
    {
      name: 'the name is a parameter',
      at: ['Log/Properties/LogGroupName'],
      template: `
        Parameters:
          Name: { Type: String }
        Resources:
          Log:
            Type: AWS::Logs::LogGroup
            Properties: { LogGroupName: !Ref Name }
          Logging:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
              LogDestinationConfigs: [!GetAtt Log.Arn]
      `,
    },
  ],
});
