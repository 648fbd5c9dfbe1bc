import rule from '../../../src/rules/function/esm-batch-failures';
import { ruleExamples } from '../rule-examples';

const mapping = (rest: string) => `
        Inbox:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            FunctionName: orders
            EventSourceArn: !GetAtt Inbox.Arn${rest}
`;

export default ruleExamples(rule, {
  fails: [{ name: 'nothing is said', at: ['Orders/Properties/FunctionResponseTypes'], template: mapping('') }],
  passes: [
    {
      name: 'the function reports what failed',
      template: mapping(`
            FunctionResponseTypes: [ReportBatchItemFailures]`),
    },
    {
      name: 'a batch is one message',
      template: mapping(`
            BatchSize: 1`),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/FunctionResponseTypes'],
      template: `
        Parameters:
          Types: { Type: CommaDelimitedList }
        Resources:
          Inbox:
            Type: AWS::SQS::Queue
          Orders:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              FunctionName: orders
              EventSourceArn: !GetAtt Inbox.Arn
              FunctionResponseTypes: !Ref Types
      `,
    },
  ],
});
