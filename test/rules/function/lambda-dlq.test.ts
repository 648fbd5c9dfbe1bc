import rule from '../../../src/rules/function/lambda-dlq';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'failed events go nowhere',
      at: ['Orders/Properties/DeadLetterConfig/TargetArn'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  passes: [
    {
      name: 'a queue takes them',
      template: `
        Failed:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig:
              TargetArn: !GetAtt Failed.Arn
      `,
    },
  ],
});
