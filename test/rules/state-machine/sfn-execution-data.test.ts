import rule from '../../../src/rules/state-machine/sfn-execution-data';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the log group has no key',
      at: ['Shipping/Properties/LoggingConfiguration/IncludeExecutionData'],
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
              IncludeExecutionData: true
      `,
    },
  ],
  passes: [
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
