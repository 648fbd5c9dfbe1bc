import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureFunction } from '../../../src/function/secure-function';
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
  fails: [
    {
      name: 'the event source says nothing of failures',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Inbox')));
      },
    },
    { name: 'nothing is said', at: ['Orders/Properties/FunctionResponseTypes'], template: mapping('') },
  ],
  passes: [
    {
      name: 'the function reports what failed, one by one',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const inbox = new sqs.Queue(stack, 'Inbox');
        orders.addEventSource(new SqsEventSource(inbox, { reportBatchItemFailures: true }));
      },
    },
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
