import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/state-machine/sfn-execution-data';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the log group of the L2 has no key',
      at: ['Shipping/Properties/LoggingConfiguration/IncludeExecutionData'],
      template: (stack) => {
        const destination = new logs.LogGroup(stack, 'Executions');
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
          logs: { destination, level: sfn.LogLevel.ALL, includeExecutionData: true },
        });
      },
    },
  ],
  passes: [
    {
      name: 'ours has one',
      template: (stack) => {
        const destination = new SecureLogGroup(stack, 'Executions');
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
          logs: { destination, level: sfn.LogLevel.ALL, includeExecutionData: true },
        });
      },
    },
    {
      name: 'the log group has a key',
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties: { KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/logs }
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            LoggingConfiguration:
              Level: ALL
              Destinations:
                - CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Log.Arn }
              IncludeExecutionData: true
      `,
    },
    {
      name: 'data are not included',
      template: `
        Log:
          Type: AWS::Logs::LogGroup
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            LoggingConfiguration:
              Level: ALL
              Destinations:
                - CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt Log.Arn }
      `,
    },
  ],
  unknown: [
    {
      name: 'the log group is elsewhere',
      at: ['Shipping/Properties/LoggingConfiguration/IncludeExecutionData'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            LoggingConfiguration:
              Level: ALL
              Destinations:
                - CloudWatchLogsLogGroup: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:shipping:* }
              IncludeExecutionData: true
      `,
    },
  ],
});
