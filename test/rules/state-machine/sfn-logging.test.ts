import rule from '../../../src/rules/state-machine/sfn-logging';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Shipping/Properties/LoggingConfiguration/Level'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
      `,
    },
    {
      name: 'only errors are logged',
      at: ['Shipping/Properties/LoggingConfiguration/Level'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            LoggingConfiguration:
              Level: ERROR
              Destinations:
                - CloudWatchLogsLogGroup: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:shipping:* }
      `,
    },
  ],
  passes: [
    {
      name: 'everything is logged',
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
            LoggingConfiguration:
              Level: ALL
              Destinations:
                - CloudWatchLogsLogGroup: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:shipping:* }
      `,
    },
  ],
  unknown: [
    {
      name: 'the level is a parameter without a default',
      at: ['Shipping/Properties/LoggingConfiguration/Level'],
      template: `
        Parameters:
          Level:
            Type: String
        Resources:
          Shipping:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/shipping
              LoggingConfiguration:
                Level: !Ref Level
                Destinations:
                  - CloudWatchLogsLogGroup: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:shipping:* }
      `,
    },
  ],
});
