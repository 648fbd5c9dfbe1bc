import rule from '../../../src/rules/stream/kinesis-retention';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
      template: `
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
            RetentionPeriodHours: 168
      `,
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
