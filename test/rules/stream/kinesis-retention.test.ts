import { Duration } from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import rule from '../../../src/rules/stream/kinesis-retention';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 keeps them for a day',
      at: ['Clicks/Properties/RetentionPeriodHours'],
      template: (stack) => new kinesis.Stream(stack, 'Clicks'),
    },
    {
      name: 'nothing is said',
      at: ['Clicks/Properties/RetentionPeriodHours'],
      template: `
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
      `,
    },
  ],
  passes: [
    {
      name: 'records are kept for a week',
      template: (stack) => new kinesis.Stream(stack, 'Clicks', { retentionPeriod: Duration.days(7) }),
    },
  ],
  unknown: [
    {
      name: 'the hours are a parameter without a default',
      at: ['Clicks/Properties/RetentionPeriodHours'],
      template: `
        Parameters:
          Hours:
            Type: Number
        Resources:
          Clicks:
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
              RetentionPeriodHours: !Ref Hours
      `,
    },
  ],
});
