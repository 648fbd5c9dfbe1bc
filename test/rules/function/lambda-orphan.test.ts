import rule from '../../../src/rules/function/lambda-orphan';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only the log group knows the function',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: !Sub /aws/lambda/\${Orders}
      `,
    },
  ],
  passes: [
    {
      name: 'a queue is bound to it',
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
});
