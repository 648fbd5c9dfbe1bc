import { hands } from './outsiders';
import { attackExamples, holds, may, runsAs } from './play';
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
