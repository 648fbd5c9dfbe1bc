import * as logs from 'aws-cdk-lib/aws-logs';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/log-group/logs-retention';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is told to keep them for ever',
      template: (stack) => new logs.LogGroup(stack, 'Orders', { retention: logs.RetentionDays.INFINITE }),
    },
    {
      name: 'nothing is said',
      at: ['Log/Properties/RetentionInDays'],
      template: `
        Log:
          Type: AWS::Logs::LogGroup
      `,
    },
    {
      name: 'it is said for production only',
      template: `
        Conditions:
          IsProduction: !Equals [!Ref AWS::AccountId, "111122223333"]
        Resources:
          Log:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: !If [IsProduction, 365, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a number that CloudWatch Logs does not know, so that nothing is set',
      at: ['Log/Properties/RetentionInDays'],
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties: { RetentionInDays: 100000 }
      `,
    },
  ],
  passes: [
    {
      name: 'ours keeps them for a year',
      template: (stack) => new SecureLogGroup(stack, 'Orders'),
    },
    {
      name: 'they are kept for a year',
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties:
            RetentionInDays: 365
      `,
    },
  ],
  unknown: [
    {
      name: 'the days are a parameter without a default',
      at: ['Log/Properties/RetentionInDays'],
      template: `
        Parameters:
          Days:
            Type: Number
        Resources:
          Log:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: !Ref Days
      `,
    },
  ],
});
