import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-log-redaction';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everything is logged',
      at: ['Logging/Properties/RedactedFields'],
      template: (stack) =>
        new wafv2.CfnLoggingConfiguration(stack, 'Logging', {
          resourceArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4',
          logDestinationConfigs: ['arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders'],
        }),
    },
    {
      name: 'cookies are logged',
      at: ['Logging/Properties/RedactedFields'],
      template: `
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
            LogDestinationConfigs: [arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders]
            RedactedFields:
              - SingleHeader: { Name: authorization }
              - SingleHeader: { Name: x-amz-security-token }
              - SingleHeader: { Name: x-api-key }
      `,
    },
  ],
  passes: [
    {
      name: 'no header with credentials is logged',
      template: (stack) => {
        const headers = ['authorization', 'cookie', 'x-amz-security-token', 'x-api-key'];
        new wafv2.CfnLoggingConfiguration(stack, 'Logging', {
          resourceArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4',
          logDestinationConfigs: ['arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders'],
          redactedFields: headers.map((Name) => ({ singleHeader: { Name } })),
        });
      },
    },
    {
      name: 'the web ACL keeps the headers out of what it stores',
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            DefaultAction: { Allow: {} }
            Scope: REGIONAL
            VisibilityConfig: { CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: company }
            DataProtectionConfig:
              DataProtections:
                - { Action: SUBSTITUTION, Field: { FieldType: SINGLE_HEADER, FieldKeys: [authorization, cookie, x-amz-security-token] } }
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: !GetAtt Firewall.Arn
            LogDestinationConfigs: [arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders]
            RedactedFields: [{ SingleHeader: { Name: x-api-key } }]
      `,
    },
    {
      name: 'the web ACL keeps every header out',
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            DefaultAction: { Allow: {} }
            Scope: REGIONAL
            VisibilityConfig: { CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: company }
            DataProtectionConfig:
              DataProtections:
                - { Action: SUBSTITUTION, Field: { FieldType: SINGLE_HEADER } }
        Logging:
          Type: AWS::WAFv2::LoggingConfiguration
          Properties:
            ResourceArn: !GetAtt Firewall.Arn
            LogDestinationConfigs: [arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders]
            RedactedFields: [{ SingleHeader: { Name: x-api-key } }]
      `,
    },
  ],
  unknown: [
    {
      name: 'the header is a parameter',
      at: ['Logging/Properties/RedactedFields/0/SingleHeader/Name'],
      template: `
        Parameters:
          Header: { Type: String }
        Resources:
          Logging:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
              LogDestinationConfigs: [arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders]
              RedactedFields:
                - SingleHeader: { Name: !Ref Header }
      `,
    },
  ],
});
