import rule from '../../../src/rules/function/lambda-esm-visibility';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the queue waits as long as the function',
      at: ['Queue/Properties/VisibilityTimeout'],
      template: `
        Queue:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 30
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 30
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: !Ref Orders
      `,
    },
  ],
  passes: [
    {
      name: 'it waits six times as long',
      template: `
        Queue:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 180
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 30
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: !Ref Orders
      `,
    },
    {
      name: 'the defaults of both fit',
      template: `
        Queue:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: !Ref Orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the timeout',
      at: ['Orders/Properties/Timeout'],
      template: `
        Parameters:
          Timeout:
            Type: Number
        Resources:
          Queue:
            Type: AWS::SQS::Queue
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Timeout: !Ref Timeout
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: !GetAtt Queue.Arn
              FunctionName: !Ref Orders
      `,
    },
  ],
});
