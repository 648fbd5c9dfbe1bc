import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_kms as kms,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  aws_sqs as sqs,
} from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { hands } from './outsiders';
import { attackExamples, holds } from './play';
import type { Step } from './play';
import { can } from '../../../src/iam';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/attack-path/kms-blocks-delivery';

function key(service = ''): string {
  return `
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
            Action: kms:*
            Resource: '*'
${service}
`;
}

function allowing(service: string, resource = "'*'"): string {
  return `
          - Effect: Allow
            Principal: { Service: ${service} }
            Action: [kms:Decrypt, kms:GenerateDataKey*]
            Resource: ${resource}
            Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }
`;
}

function alarm(keyId: string): string {
  return `
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: ${keyId}
  Intrusion:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!Ref Alarms]
`;
}

function ruleTo(keyId: string): string {
  return `
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: ${keyId}
  Intrusion:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.guardduty] }
      Targets: [{ Id: alarms, Arn: !Ref Alarms }]
`;
}

function subscription(keyId: string): string {
  return `
  News:
    Type: AWS::SNS::Topic
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      KmsMasterKeyId: ${keyId}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Orders.Arn }
`;
}

/** The message that would tell of the attack is refused. */
function refused(service: string, keyId = 'Key'): Step {
  return holds(`${service} may not use ${keyId}`, [keyId], (app, find) => {
    const context = { 'aws:SourceAccount': '${AWS::AccountId}' };
    return can(app, service, 'kms:GenerateDataKey', find(keyId), { context }).decision === 'denied';
  });
}

export default attackExamples(rule, {
  attack: [hands('Intrusion', 'Alarms', 'Intrusion', 'AlarmActions'), refused('cloudwatch.amazonaws.com')],
  fails: [
    {
      name: 'the L2 gives the topic for alarms a key that lets no service in',
      at: ['Alarms/Properties/KmsMasterKeyId'],
      template: (stack) => {
        const alarms = new sns.Topic(stack, 'Alarms', { masterKey: new kms.Key(stack, 'Key') });
        const intrusion = new cloudwatch.Alarm(stack, 'Intrusion', {
          metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'LoginsRefused' }),
          threshold: 100,
          evaluationPeriods: 1,
        });
        intrusion.addAlarmAction(new actions.SnsAction(alarms));
      },
    },
    {
      name: 'an alarm cannot tell the topic',
      at: ['Alarms/Properties/KmsMasterKeyId'],
      template: alarm('!Ref Key') + key(),
    },
    {
      name: 'the key lets in another service',
      template: alarm('!GetAtt Key.Arn') + key(allowing('sns.amazonaws.com')),
    },
    {
      name: 'the key asks EventBridge for an account that it does not name',
      at: ['Alarms/Properties/KmsMasterKeyId'],
      attack: [
        hands('Intrusion', 'Alarms', 'Intrusion', 'Targets'),
        holds('EventBridge may not use the key', ['Key'], (app, find) =>
          ['kms:GenerateDataKey', 'kms:Decrypt'].every(
            (action) => can(app, 'events.amazonaws.com', action, find('Key')).decision === 'denied',
          ),
        ),
      ],
      template: ruleTo('!Ref Key') + key(allowing('events.amazonaws.com')),
    },
    {
      name: 'the queue has the key that AWS manages',
      at: ['Orders/Properties/KmsMasterKeyId'],
      attack: [
        hands('News', 'Orders', 'Subscription', 'Endpoint'),
        holds('the policy of the key is that of AWS', ['Orders'], (_, find) =>
          find('Orders').read('KmsMasterKeyId').is('alias/aws/sqs'),
        ),
      ],
      template: subscription('alias/aws/sqs'),
    },
  ],
  passes: [
    {
      name: 'our key lets the alarms of the account in',
      template: (stack) => {
        const masterKey = new SecureKey(stack, 'Key');
        const service = new iam.ServicePrincipal('cloudwatch.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
        });
        masterKey.grantEncryptDecrypt(service);
        const alarms = new sns.Topic(stack, 'Alarms', { masterKey });
        const intrusion = new cloudwatch.Alarm(stack, 'Intrusion', {
          metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'LoginsRefused' }),
          threshold: 100,
          evaluationPeriods: 1,
        });
        intrusion.addAlarmAction(new actions.SnsAction(alarms));
      },
    },
    {
      name: 'the key lets the alarms in',
      template: alarm('!Ref Key') + key(allowing('cloudwatch.amazonaws.com')),
    },
    {
      name: 'the key lets EventBridge in without a source',
      attack: [refused('events.amazonaws.com')],
      template: ruleTo('!Ref Key') + key(allowing('events.amazonaws.com').replace(/\n.*Condition:.*/, '')),
    },
    {
      name: 'the key is named by its alias and lets the topic in',
      attack: [refused('sns.amazonaws.com')],
      template: `${subscription('!Ref Alias') + key(allowing('sns.amazonaws.com'))}
  Alias:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/orders, TargetKeyId: !Ref Key }
`,
    },
    {
      name: 'nothing is sent through a service',
      template: `${key()}
  Orders:
    Type: AWS::SQS::Queue
    Properties: { KmsMasterKeyId: !Ref Key }
`,
    },
    {
      name: 'the L2 subscribes an encrypted queue, and alarms go to a topic without a key',
      template: (stack) => {
        const encryptionMasterKey = new kms.Key(stack, 'Key');
        const queue = new sqs.Queue(stack, 'Orders', { encryptionMasterKey });
        const news = new sns.Topic(stack, 'News');
        news.addSubscription(new subscriptions.SqsSubscription(queue));
        const metric = queue.metricApproximateNumberOfMessagesVisible();
        const late = new cloudwatch.Alarm(stack, 'Late', { metric, threshold: 100, evaluationPeriods: 1 });
        late.addAlarmAction(new actions.SnsAction(news));
      },
    },
  ],
  unknown: [
    {
      name: 'the account that the key lets in is a parameter without a default',
      template: `
Parameters:
  Account: { Type: String }
Resources:
${alarm('!Ref Key')}${key(allowing('cloudwatch.amazonaws.com').replace('!Ref AWS::AccountId', '!Ref Account'))}
`,
    },
  ],
});
