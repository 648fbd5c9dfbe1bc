import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/event-bus/pipes-hardening';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1 writes no log',
      at: ['Feed/Properties/LogConfiguration/Level'],
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new events.EventBus(stack, 'Orders');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
        new pipes.CfnPipe(stack, 'Feed', {
          roleArn: role.roleArn,
          source: inbox.queueArn,
          target: orders.eventBusArn,
        });
      },
    },
    {
      name: 'the log holds the events',
      at: ['Feed/Properties/LogConfiguration/IncludeExecutionData/0'],
      template: `
        Feed:
          Type: AWS::Pipes::Pipe
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/feed
            Source: arn:aws:sqs:eu-west-1:111122223333:orders
            Target: arn:aws:lambda:eu-west-1:111122223333:function:ship
            LogConfiguration:
              Level: ERROR
              CloudwatchLogsLogDestination: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:feed }
              IncludeExecutionData: [ALL]
      `,
    },
    {
      name: 'failed records of a stream are dropped',
      at: ['Feed/Properties/SourceParameters/KinesisStreamParameters/DeadLetterConfig/Arn'],
      template: `
        Feed:
          Type: AWS::Pipes::Pipe
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/feed
            Source: arn:aws:kinesis:eu-west-1:111122223333:stream/clicks
            Target: arn:aws:lambda:eu-west-1:111122223333:function:ship
            LogConfiguration:
              Level: ERROR
              CloudwatchLogsLogDestination: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:feed }
            SourceParameters:
              KinesisStreamParameters:
                StartingPosition: LATEST
      `,
    },
  ],
  passes: [
    {
      name: 'errors are logged',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new events.EventBus(stack, 'Orders');
        const log = new SecureLogGroup(stack, 'Log');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
        new pipes.CfnPipe(stack, 'Feed', {
          roleArn: role.roleArn,
          source: inbox.queueArn,
          target: orders.eventBusArn,
          logConfiguration: { level: 'ERROR', cloudwatchLogsLogDestination: { logGroupArn: log.logGroupArn } },
        });
      },
    },
    {
      name: 'failed records go to a queue',
      template: `
        Feed:
          Type: AWS::Pipes::Pipe
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/feed
            Source: arn:aws:kinesis:eu-west-1:111122223333:stream/clicks
            Target: arn:aws:lambda:eu-west-1:111122223333:function:ship
            LogConfiguration:
              Level: ERROR
              CloudwatchLogsLogDestination: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:feed }
            SourceParameters:
              KinesisStreamParameters:
                StartingPosition: LATEST
                DeadLetterConfig: { Arn: arn:aws:sqs:eu-west-1:111122223333:orders }
      `,
    },
  ],
  unknown: [
    {
      name: 'the level is a parameter without a default',
      at: ['Feed/Properties/LogConfiguration/Level'],
      template: `
        Parameters:
          Level:
            Type: String
        Resources:
          Feed:
            Type: AWS::Pipes::Pipe
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/feed
              Source: arn:aws:sqs:eu-west-1:111122223333:orders
              Target: arn:aws:lambda:eu-west-1:111122223333:function:ship
              LogConfiguration:
                Level: !Ref Level
                CloudwatchLogsLogDestination: { LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:feed }
      `,
    },
  ],
});
