import { aws_kms as kms, aws_sns as sns, aws_sns_subscriptions as subscriptions, aws_sqs as sqs } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { strangerMay } from './outsiders';
import { attackExamples, holds, may } from './play';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/attack-path/failure-target-weaker';

const key = `
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: sns.amazonaws.com }, Action: 'kms:*', Resource: '*' }
`;

function topic(properties: string, queue = ''): string {
  return `
  Orders:
    Type: AWS::SNS::Topic
    ${properties}
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
      ${queue}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: https
      Endpoint: https://partner.example.com/orders
      RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn }
  Support:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: queues
          PolicyDocument:
            Statement: { Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: '*' }
${key}`;
}

const locked = 'Properties: { KmsMasterKeyId: !Ref Key }';
const receives = may('Support', 'sqs:ReceiveMessage', 'Failed');
const needsNoKey = holds(
  'what is received needs no key',
  ['Failed'],
  (_, find) => find('Failed').read('KmsMasterKeyId').isAbsent,
);
const neededOne = holds(
  'what was published needed one',
  ['Orders'],
  (_, find) => !find('Orders').read('KmsMasterKeyId').isAbsent,
);

export default attackExamples(rule, {
  attack: [neededOne, receives, needsNoKey],
  fails: [
    {
      name: 'the L2 gives the key to the topic, and not to the queue for what failed',
      at: ['Failed/Properties/KmsMasterKeyId'],
      template: (stack) => {
        const masterKey = new kms.Key(stack, 'Key');
        const orders = new sns.Topic(stack, 'Orders', { masterKey });
        const deadLetterQueue = new sqs.Queue(stack, 'Failed');
        orders.addSubscription(
          new subscriptions.UrlSubscription('https://partner.example.com/orders', { deadLetterQueue }),
        );
        const support = new iam.Role(stack, 'Support', { assumedBy: new iam.AccountRootPrincipal() });
        support.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: ['*'] }));
      },
    },
    {
      name: 'the topic has a key, and the queue for what it cannot deliver has none',
      at: ['Failed/Properties/KmsMasterKeyId'],
      template: topic(locked),
    },
    {
      name: 'the function of an encrypted bus sends what it fails on to a queue without a key',
      at: ['Failed/Properties/KmsMasterKeyId'],
      attack: [receives, needsNoKey],
      template: `${topic(locked).replace('Type: AWS::SNS::Topic', 'Type: AWS::Events::EventBus').replace('{ KmsMasterKeyId', '{ Name: orders, KmsKeyIdentifier')}
  Ship:
    Type: AWS::Lambda::Function
    Properties:
      DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Orders
      Targets: [{ Id: Ship, Arn: !GetAtt Ship.Arn }]
`,
    },
    {
      name: 'another account may receive what failed',
      at: ['Policy/Properties/PolicyDocument/Statement/Principal'],
      attack: [strangerMay('sqs:ReceiveMessage', 'Failed', { account: '111122223333' })],
      template: `${topic('')}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Failed]
      PolicyDocument:
        Statement:
          Effect: Allow
          Principal: { AWS: '111122223333' }
          Action: sqs:ReceiveMessage
          Resource: !GetAtt Failed.Arn
`,
    },
  ],
  passes: [
    {
      name: 'the L2 gives queue and topic the same key',
      template: (stack) => {
        const masterKey = new SecureKey(stack, 'Key');
        const orders = new sns.Topic(stack, 'Orders', { masterKey });
        const deadLetterQueue = new sqs.Queue(stack, 'Failed', { encryptionMasterKey: masterKey });
        orders.addSubscription(
          new subscriptions.UrlSubscription('https://partner.example.com/orders', { deadLetterQueue }),
        );
        const support = new iam.Role(stack, 'Support', { assumedBy: new iam.AccountRootPrincipal() });
        support.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: ['*'] }));
      },
    },
  ],
  unknown: [
    {
      name: 'the key of the queue is a parameter without a default',
      at: ['Failed/Properties/KmsMasterKeyId'],
      template: `
Parameters:
  QueueKey: { Type: String }
Resources:
${topic(locked, 'KmsMasterKeyId: !Ref QueueKey')}
`,
    },
  ],
});
