import rule from '../../../src/rules/function/lambda-failure-queue-retention';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the queue keeps them for 4 days',
      at: ['Failed/Properties/MessageRetentionPeriod'],
      template: `
        Failed:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      `,
    },
    {
      name: 'the queue of the destination keeps them for a day',
      at: ['Failed/Properties/MessageRetentionPeriod'],
      template: `
        Failed:
          Type: AWS::SQS::Queue
          Properties: { MessageRetentionPeriod: 86400 }
        Events:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: orders
            Qualifier: $LATEST
            DestinationConfig: { OnFailure: { Destination: !GetAtt Failed.Arn } }
      `,
    },
  ],
  passes: [
    {
      name: 'the queue keeps them for 14 days',
      template: `
        Failed:
          Type: AWS::SQS::Queue
          Properties: { MessageRetentionPeriod: 1209600 }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      `,
    },
    {
      name: 'a topic keeps nothing',
      template: `
        Failed:
          Type: AWS::SNS::Topic
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig: { TargetArn: !Ref Failed }
      `,
    },
  ],
  unknown: [
    {
      name: 'the time is a parameter',
      at: ['Failed/Properties/MessageRetentionPeriod'],
      template: `
        Parameters:
          Seconds: { Type: Number }
        Resources:
          Failed:
            Type: AWS::SQS::Queue
            Properties: { MessageRetentionPeriod: !Ref Seconds }
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      `,
    },
  ],
});
