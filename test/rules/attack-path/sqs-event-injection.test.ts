import {
  aws_dynamodb as dynamodb,
  aws_lambda as lambda,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_lambda_event_sources as sources,
  aws_sns_subscriptions as subscriptions,
} from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { afterwards, handler, reader } from './handler';
import { hands, strangerMay, serviceOfAStrangerMay } from './outsiders';
import { attackExamples } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/sqs-event-injection';

const consumer = `${handler}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Orders.Arn
      FunctionName: !Ref Ship
  Orders:
    Type: AWS::SQS::Queue
`;

function policy(principal: string, condition = '{}'): string {
  return `${consumer}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: sqs:SendMessage
            Resource: !GetAtt Orders.Arn
            Condition: ${condition}
`;
}

const received = [hands('Orders', 'Ship', 'Mapping', 'FunctionName'), ...afterwards];
const place = 'Policy/Properties/PolicyDocument/Statement/0/Principal';

const called = { Role: 'ShipServiceRole', Mapping: 'ShipSqsEventSourceExampleOrders' };

export default attackExamples(rule, {
  attack: [strangerMay('sqs:SendMessage', 'Orders'), ...received],
  fails: [
    {
      name: 'the policy lets everybody send what the function of the L2 ships',
      called,
      at: ['OrdersPolicy/Properties/PolicyDocument/Statement/0/Principal'],
      template: (stack) => {
        const stock = new dynamodb.Table(stack, 'Stock', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const ship = new lambda.Function(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        stock.grantReadWriteData(ship);
        const orders = new sqs.Queue(stack, 'Orders');
        ship.addEventSource(new sources.SqsEventSource(orders));
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['sqs:SendMessage'],
            resources: [orders.queueArn],
          }),
        );
      },
    },
    {
      name: 'the function of the L2 may do everything',
      attack: [strangerMay('sqs:SendMessage', 'Orders')],
      template: (stack) => {
        const ship = new lambda.Function(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        ship.role!.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess'));
        const orders = new sqs.Queue(stack, 'Orders');
        ship.addEventSource(new sources.SqsEventSource(orders));
        orders.grantSendMessages(new iam.AnyPrincipal());
      },
    },
    { name: 'everybody may send what the function ships', at: [place], template: policy("'*'") },
    {
      name: 'every topic of the world may send',
      at: [place],
      attack: [serviceOfAStrangerMay('sns.amazonaws.com', 'sqs:SendMessage', 'Orders'), ...received],
      template: policy('{ Service: sns.amazonaws.com }'),
    },
    {
      name: 'all identities of another account may send',
      at: [place],
      attack: [strangerMay('sqs:SendMessage', 'Orders', { account: '111122223333' }), ...received],
      template: policy('{ AWS: arn:aws:iam::111122223333:root }'),
    },
  ],
  passes: [
    {
      name: 'the role of the partner is granted to send',
      called,
      template: (stack) => {
        const stock = new dynamodb.Table(stack, 'Stock', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const ship = new SecureFunction(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        stock.grantReadWriteData(ship);
        const orders = new sqs.Queue(stack, 'Orders');
        ship.addEventSource(new sources.SqsEventSource(orders));
        orders.grantSendMessages(new iam.ArnPrincipal('arn:aws:iam::111122223333:role/Sender'));
      },
    },
    {
      name: 'one topic may send',
      template: policy('{ Service: sns.amazonaws.com }', '{ ArnEquals: { aws:SourceArn: !Ref News } }').concat(`
  News:
    Type: AWS::SNS::Topic
`),
    },
    {
      name: 'the organization may send',
      template: policy("'*'", '{ StringEquals: { aws:PrincipalOrgID: o-1234567890 } }'),
    },
    {
      name: 'a statement denies who is not of the organization',
      template: `${policy("'*'")}
          - Effect: Deny
            Principal: '*'
            Action: sqs:*
            Resource: !GetAtt Orders.Arn
            Condition: { StringNotEquals: { aws:PrincipalOrgID: o-1234567890 } }
`,
    },
    {
      name: 'the function only reads',
      template: policy("'*'").replace(handler, reader),
    },
    {
      name: 'the L2 subscribes the queue, and the function may write',
      template: (stack) => {
        const queue = new sqs.Queue(stack, 'Orders');
        const ship = new lambda.Function(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        ship.addEventSource(new sources.SqsEventSource(queue));
        new sns.Topic(stack, 'News').addSubscription(new subscriptions.SqsSubscription(queue));
        const stock = new dynamodb.Table(stack, 'Stock', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        stock.grantReadWriteData(ship);
      },
    },
  ],
  unknown: [
    {
      name: 'the role of the function is not part of the template',
      at: ['Ship/Properties/Role'],
      template: policy("'*'").replace('Role: !GetAtt Role.Arn', 'Role: arn:aws:iam::111122223333:role/Ship'),
    },
  ],
});
