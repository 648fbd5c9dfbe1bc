import rule from '../../../src/rules/function/lambda-esm-destination';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a stream has no destination for what failed',
      at: ['Mapping/Properties/DestinationConfig/OnFailure/Destination'],
      template: `
        Stream:
          Type: AWS::Kinesis::Stream
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Stream.Arn
            FunctionName: orders
            StartingPosition: LATEST
      `,
    },
  ],
  passes: [
    {
      name: 'it has one',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/2026-01-01T00:00:00.000
            FunctionName: orders
            StartingPosition: LATEST
            DestinationConfig:
              OnFailure:
                Destination: arn:aws:sqs:eu-west-1:111122223333:failed
      `,
    },
    {
      name: 'a queue has its own',
      template: `
        Queue:
          Type: AWS::SQS::Queue
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'what is polled is a parameter',
      at: ['Mapping/Properties/EventSourceArn'],
      template: `
        Parameters:
          Source:
            Type: String
        Resources:
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: !Ref Source
              FunctionName: orders
      `,
    },
  ],
});
