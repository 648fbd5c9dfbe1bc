import rule from '../../../src/rules/function/lambda-latest-invoke';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the queue is bound to the function itself',
      at: ['Mapping/Properties/FunctionName'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: !Ref Orders
      `,
    },
  ],
  passes: [
    {
      name: 'the queue is bound to an alias',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Live:
          Type: AWS::Lambda::Alias
          Properties: { FunctionName: !Ref Orders, FunctionVersion: '7', Name: live }
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: !Ref Live
      `,
    },
  ],
});
