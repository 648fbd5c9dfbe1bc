import rule from '../../../src/rules/function/esm-retry-unbounded';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'retries have no bound',
      at: ['Mapping/Properties/MaximumRetryAttempts'],
      template: `
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            StreamSpecification: { StreamViewType: KEYS_ONLY }
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Table.StreamArn
            FunctionName: orders
            StartingPosition: LATEST
            MaximumRetryAttempts: -1
            BisectBatchOnFunctionError: true
      `,
    },
  ],
  passes: [
    {
      name: 'retries are bounded',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders
            FunctionName: orders
            StartingPosition: LATEST
            MaximumRetryAttempts: 3
      `,
    },
    {
      name: 'a queue counts by itself',
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
      name: 'whoever deploys gives the bound',
      at: ['Mapping/Properties/MaximumRetryAttempts'],
      template: `
        Parameters:
          Retries:
            Type: Number
        Resources:
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders
              FunctionName: orders
              StartingPosition: LATEST
              MaximumRetryAttempts: !Ref Retries
      `,
    },
  ],
});
