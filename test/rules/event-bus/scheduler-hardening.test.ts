import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/event-bus/scheduler-hardening';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 drops what it cannot deliver',
      at: ['Nightly/Properties/Target/DeadLetterConfig/Arn'],
      template: (stack) => {
        const report = lambda.Function.fromFunctionName(stack, 'Report', 'report');
        new scheduler.Schedule(stack, 'Nightly', {
          schedule: scheduler.ScheduleExpression.cron({ hour: '3', minute: '0' }),
          target: new LambdaInvoke(report),
        });
      },
    },
    {
      name: 'the input has no key',
      at: ['Nightly/Properties/KmsKeyArn'],
      template: `
        Nightly:
          Type: AWS::Scheduler::Schedule
          Properties:
            ScheduleExpression: rate(1 day)
            FlexibleTimeWindow: { Mode: "OFF" }
            Target:
              Arn: arn:aws:lambda:eu-west-1:111122223333:function:clean
              RoleArn: arn:aws:iam::111122223333:role/clean
              DeadLetterConfig: { Arn: arn:aws:sqs:eu-west-1:111122223333:leftovers }
              Input: '{"customer":"42"}'
      `,
    },
  ],
  passes: [
    {
      name: 'there is a queue for it',
      template: (stack) => {
        const report = lambda.Function.fromFunctionName(stack, 'Report', 'report');
        const deadLetterQueue = new sqs.Queue(stack, 'Undelivered', { enforceSSL: true });
        new scheduler.Schedule(stack, 'Nightly', {
          schedule: scheduler.ScheduleExpression.cron({ hour: '3', minute: '0' }),
          target: new LambdaInvoke(report, { deadLetterQueue }),
        });
      },
    },
    {
      name: 'there is a dead-letter queue, and no input',
      template: `
        Nightly:
          Type: AWS::Scheduler::Schedule
          Properties:
            ScheduleExpression: rate(1 day)
            FlexibleTimeWindow: { Mode: "OFF" }
            Target:
              Arn: arn:aws:lambda:eu-west-1:111122223333:function:clean
              RoleArn: arn:aws:iam::111122223333:role/clean
              DeadLetterConfig: { Arn: arn:aws:sqs:eu-west-1:111122223333:leftovers }
      `,
    },
  ],
  unknown: [
    {
      name: 'the queue is a parameter without a default',
      at: ['Nightly/Properties/Target/DeadLetterConfig/Arn'],
      template: `
        Parameters:
          Queue:
            Type: String
        Resources:
          Nightly:
            Type: AWS::Scheduler::Schedule
            Properties:
              ScheduleExpression: rate(1 day)
              FlexibleTimeWindow: { Mode: "OFF" }
              Target:
                Arn: arn:aws:lambda:eu-west-1:111122223333:function:clean
                RoleArn: arn:aws:iam::111122223333:role/clean
                DeadLetterConfig: { Arn: !Ref Queue }
      `,
    },
  ],
});
