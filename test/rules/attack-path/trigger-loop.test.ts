import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { hands } from './outsiders';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/trigger-loop';

function fn(name: string, action: string, on: string): string {
  return `
  ${name}Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: writes
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${action}, Resource: ${on} }
  ${name}:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt ${name}Role.Arn
`;
}

function mapping(name: string, from: string, to: string): string {
  return `
  ${name}:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt ${from}
      FunctionName: !Ref ${to}
`;
}

const queues = `
  Orders:
    Type: AWS::SQS::Queue
  Payments:
    Type: AWS::SQS::Queue
${fn('Charge', 'sqs:SendMessage', '!GetAtt Payments.Arn')}${fn('Receipt', 'sqs:SendMessage', '!GetAtt Orders.Arn')}
${mapping('OrdersMapping', 'Orders.Arn', 'Charge')}${mapping('PaymentsMapping', 'Payments.Arn', 'Receipt')}
`;

const tableAndBucket = `
  Files:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:Put
            Function: !GetAtt Register.Arn
  Register:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt RegisterRole.Arn }
  RegisterRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: writes
          PolicyDocument:
            Statement: { Effect: Allow, Action: dynamodb:PutItem, Resource: !GetAtt Index.Arn }
  Index:
    Type: AWS::DynamoDB::Table
    Properties:
      StreamSpecification: { StreamViewType: KEYS_ONLY }
${fn('Export', 's3:PutObject', '!Sub "${Files.Arn}/*"')}${mapping('Changes', 'Index.StreamArn', 'Export')}
`;

const everything = holds(
  'the mapping hands on everything',
  ['OrdersMapping'],
  (_, find) => find('OrdersMapping').read('FilterCriteria').isAbsent,
);

const called = {
  ChargeRole: 'ChargeServiceRole',
  ReceiptRole: 'ReceiptServiceRole',
  OrdersMapping: 'ChargeSqsEventSourceExampleOrders',
  PaymentsMapping: 'ReceiptSqsEventSourceExamplePayments',
};

export default attackExamples(rule, {
  attack: [
    everything,
    hands('Orders', 'Charge', 'OrdersMapping', 'FunctionName'),
    runsAs('Charge', 'ChargeRole'),
    may('ChargeRole', 'sqs:SendMessage', 'Payments'),
    hands('Payments', 'Receipt', 'PaymentsMapping', 'FunctionName'),
    runsAs('Receipt', 'ReceiptRole'),
    may('ReceiptRole', 'sqs:SendMessage', 'Orders'),
  ],
  fails: [
    {
      name: 'each of two functions is granted to fill the queue of the other',
      called,
      at: ['ChargeSqsEventSourceExampleOrders/Properties/FilterCriteria'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const orders = new sqs.Queue(stack, 'Orders');
        const payments = new sqs.Queue(stack, 'Payments');
        const charge = new lambda.Function(stack, 'Charge', props);
        charge.addEventSource(new sources.SqsEventSource(orders));
        payments.grantSendMessages(charge);
        const receipt = new lambda.Function(stack, 'Receipt', props);
        receipt.addEventSource(new sources.SqsEventSource(payments));
        orders.grantSendMessages(receipt);
      },
    },
    {
      name: 'each of two functions fills the queue of the other',
      at: ['OrdersMapping/Properties/FilterCriteria'],
      template: queues,
    },
    {
      name: 'a table in the loop keeps Lambda from ending it',
      at: ['Changes/Properties/FilterCriteria'],
      attack: [
        may('ExportRole', 's3:PutObject', 'Files', { below: '/today.csv' }),
        hands('Files', 'Register', 'Files', 'NotificationConfiguration'),
        runsAs('Register', 'RegisterRole'),
        may('RegisterRole', 'dynamodb:PutItem', 'Index'),
        hands('Index', 'Export', 'Changes', 'FunctionName'),
        runsAs('Export', 'ExportRole'),
      ],
      template: tableAndBucket,
    },
  ],
  passes: [
    {
      name: 'the second function is granted to send on',
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const orders = new sqs.Queue(stack, 'Orders');
        const payments = new sqs.Queue(stack, 'Payments');
        const charge = new SecureFunction(stack, 'Charge', props);
        charge.addEventSource(new sources.SqsEventSource(orders));
        payments.grantSendMessages(charge);
        const receipt = new SecureFunction(stack, 'Receipt', props);
        receipt.addEventSource(new sources.SqsEventSource(payments));
        new sqs.Queue(stack, 'Receipts').grantSendMessages(receipt);
      },
    },
    {
      name: 'the second function sends on',
      template: `${queues.replace('Resource: !GetAtt Orders.Arn', 'Resource: !GetAtt Receipts.Arn')}
  Receipts:
    Type: AWS::SQS::Queue
`,
    },
    {
      name: 'a filter leaves out what the second function sends',
      template: queues.replace(
        'FunctionName: !Ref Charge',
        `FunctionName: !Ref Charge\n      FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] }`,
      ),
    },
    {
      name: 'the right that closes the loop is denied by the boundary',
      template: `${queues.replace(
        'ReceiptRole:\n    Type: AWS::IAM::Role\n    Properties:',
        'ReceiptRole:\n    Type: AWS::IAM::Role\n    Properties:\n      PermissionsBoundary: !Ref Boundary',
      )}
  Boundary:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: { Effect: Allow, Action: 'logs:*', Resource: '*' }
`,
    },
  ],
});
