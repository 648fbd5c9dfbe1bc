import rule from '../../../src/rules/event-bus/scheduler-hardening';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no dead-letter queue',
      at: ['Nightly/Properties/Target/DeadLetterConfig/Arn'],
      template: `
        Nightly:
          Type: AWS::Scheduler::Schedule
          Properties:
            ScheduleExpression: rate(1 day)
            FlexibleTimeWindow: { Mode: "OFF" }
            Target:
              Arn: arn:aws:lambda:eu-west-1:111122223333:function:clean
              RoleArn: arn:aws:iam::111122223333:role/clean
      `,
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
