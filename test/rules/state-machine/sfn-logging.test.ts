import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/state-machine/sfn-logging';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Shipping/Properties/LoggingConfiguration/Level'],
      template: (stack) =>
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
        }),
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
      template: (stack) => {
        const destination = new SecureLogGroup(stack, 'Executions');
        new sfn.StateMachine(stack, 'Shipping', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Ship')),
          logs: { destination, level: sfn.LogLevel.ALL },
        });
      },
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
