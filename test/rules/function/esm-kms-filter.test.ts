import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/function/esm-kms-filter';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has a filter',
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
      name: 'there is a filter and no key',
      at: ['Mapping/Properties/KmsKeyArn'],
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
  passes: [
    {
      name: 'the L2 has a filter and a key',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const filters = [lambda.FilterCriteria.filter({ body: { kind: lambda.FilterRule.isEqual('order') } })];
        const filterEncryption = new kms.Key(stack, 'Key', { enableKeyRotation: true });
        orders.addEventSource(new SqsEventSource(inbox, { filters, filterEncryption }));
      },
    },
    {
      name: 'there is no filter',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the key',
      template: `
        Parameters:
          KeyArn:
            Type: String
        Resources:
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
              FunctionName: orders
              KmsKeyArn: !Ref KeyArn
              FilterCriteria:
                Filters:
                  - Pattern: '{"body":{"kind":["order"]}}'
      `,
    },
  ],
});
