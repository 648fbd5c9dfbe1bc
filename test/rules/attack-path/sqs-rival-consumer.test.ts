import { aws_lambda as lambda, aws_lambda_event_sources as sources, aws_sqs as sqs } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { hands } from './outsiders';
import { attackExamples, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/sqs-rival-consumer';

function fn(name: string, actions: string): string {
  return `
  ${name}Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: queue
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${actions}, Resource: !GetAtt Orders.Arn }
  ${name}:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt ${name}Role.Arn
`;
}

function app(rival: string): string {
  return `
  Orders:
    Type: AWS::SQS::Queue
${fn('Ship', '[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]')}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Orders.Arn
      FunctionName: !Ref Ship
${fn('Search', rival)}
`;
}

const waits = hands('Orders', 'Ship', 'Mapping', 'FunctionName');
const is = runsAs('Search', 'SearchRole');

const called = { SearchRole: 'SearchServiceRole', Mapping: 'ShipSqsEventSourceExampleOrders' };

export default attackExamples(rule, {
  attack: [
    waits,
    is,
    may('SearchRole', 'sqs:ReceiveMessage', 'Orders'),
    may('SearchRole', 'sqs:DeleteMessage', 'Orders'),
  ],
  fails: [
    {
      name: 'the L2 grants a second function to consume',
      called,
      at: ['SearchServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/3'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const orders = new sqs.Queue(stack, 'Orders');
        const ship = new lambda.Function(stack, 'Ship', props);
        ship.addEventSource(new sources.SqsEventSource(orders));
        const search = new lambda.Function(stack, 'Search', props);
        orders.grantConsumeMessages(search);
      },
    },
    {
      name: 'another function may receive and delete',
      at: ['SearchRole/Properties/Policies/0/PolicyDocument/Statement/Action/1'],
      template: app('[sqs:ReceiveMessage, sqs:DeleteMessage]'),
    },
    {
      name: 'another function may purge',
      attack: [waits, is, may('SearchRole', 'sqs:PurgeQueue', 'Orders')],
      template: app('sqs:*'),
    },
    {
      name: 'a second mapping takes every other message',
      at: ['Second/Properties/EventSourceArn'],
      attack: [
        waits,
        is,
        hands('Orders', 'Search', 'Second', 'FunctionName'),
        may('SearchRole', 'sqs:DeleteMessage', 'Orders'),
      ],
      template: `${app('[sqs:ReceiveMessage, sqs:DeleteMessage]')}
  Second:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Search }
`,
    },
  ],
  passes: [
    {
      name: 'a topic gives each function a queue of its own',
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const placed = new sns.Topic(stack, 'Placed');
        const orders = new sqs.Queue(stack, 'Orders');
        placed.addSubscription(new subscriptions.SqsSubscription(orders));
        const ship = new SecureFunction(stack, 'Ship', props);
        ship.addEventSource(new sources.SqsEventSource(orders));
        const found = new sqs.Queue(stack, 'Found');
        placed.addSubscription(new subscriptions.SqsSubscription(found));
        const search = new SecureFunction(stack, 'Search', props);
        search.addEventSource(new sources.SqsEventSource(found));
      },
    },
    { name: 'another function sends', template: app('sqs:SendMessage') },
    {
      name: 'another function may look, but take nothing out',
      template: app('[sqs:ReceiveMessage, sqs:GetQueueAttributes]'),
    },
    {
      name: 'the L2 has one consumer, and another function sends',
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const queue = new sqs.Queue(stack, 'Orders');
        new lambda.Function(stack, 'Ship', props).addEventSource(new sources.SqsEventSource(queue));
        queue.grantSendMessages(new lambda.Function(stack, 'Search', props));
      },
    },
    {
      name: 'the queue keeps what failed, and somebody has to take it out',
      template: app('[sqs:ReceiveMessage, sqs:DeleteMessage]').replaceAll('Orders', 'OrdersDeadLetter'),
    },
  ],
});
