import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/function/esm-no-filter';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 passes on what is in the queue',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addEventSource(new SqsEventSource(inbox));
      },
    },
    {
      name: 'every message reaches the function',
      at: ['Mapping/Properties/FilterCriteria/Filters'],
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: orders
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 passes on orders',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const filters = [lambda.FilterCriteria.filter({ body: { kind: lambda.FilterRule.isEqual('order') } })];
        orders.addEventSource(new SqsEventSource(inbox, { filters }));
      },
    },
    {
      name: 'orders do',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: orders
            FilterCriteria:
              Filters:
                - Pattern: '{"body":{"kind":["order"]}}'
      `,
    },
  ],
});
