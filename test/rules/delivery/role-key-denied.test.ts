import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SecureBucket } from '../../../src';
import rule from '../../../src/rules/delivery/role-key-denied';
import { ruleExamples } from '../rule-examples';

const delivering = (stack: Stack) =>
  new iam.Role(stack, 'Delivery', { assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com') });

const allowed = (stack: Stack, bucket: s3.IBucket, role: iam.Role) => {
  role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] }));
  new firehose.CfnDeliveryStream(stack, 'Clicks', {
    extendedS3DestinationConfiguration: { bucketArn: bucket.bucketArn, roleArn: role.roleArn },
  });
};

const trust = `{ Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }`;

const stores = {
  Queue: '{ Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: !Ref Key } }',
  Topic: '{ Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !GetAtt Key.Arn } }',
  Stream:
    '{ Type: AWS::Kinesis::Stream, Properties: { ShardCount: 1, StreamEncryption: { EncryptionType: KMS, KeyId: !Ref Key } } }',
  Table:
    '{ Type: AWS::DynamoDB::Table, Properties: { KeySchema: [{ AttributeName: id, KeyType: HASH }], SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt Key.Arn } } }',
  Bucket:
    '{ Type: AWS::S3::Bucket, Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !Ref Alias } }] } } }',
};

interface Scene {
  /** What the role may do to the store, and beside that. */
  readonly may: readonly string[];
  readonly on?: string;
  readonly beside?: string;
  readonly keyPolicy?: string;
  readonly managed?: string;
  readonly store?: string;
}

const scene = (type: keyof typeof stores, { may, on, beside, keyPolicy, managed, store }: Scene) => `
        Key: { Type: AWS::KMS::Key${keyPolicy ? `, Properties: { KeyPolicy: ${keyPolicy} }` : ''} }
        Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/shop, TargetKeyId: !Ref Key } }
        ${type}: ${store ?? stores[type]}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: ${trust}
            ${managed ? `ManagedPolicyArns: [${managed}]` : 'Path: /'}
            Policies:
              - PolicyName: own
                PolicyDocument:
                  Version: '2012-10-17'
                  Statement:
                    - { Effect: Allow, Action: [${may.map((one) => `'${one}'`).join(', ')}], Resource: ${on ?? `!GetAtt ${type}.Arn`} }
                    ${beside ?? ''}
`;

const objects = "!Sub '${Bucket.Arn}/*'";
const onKey = (actions: string, condition = '') =>
  `- { Effect: Allow, Action: [${actions}], Resource: !GetAtt Key.Arn${condition && `, Condition: ${condition}`} }`;
const place = (index: number) => [`Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/${index}`];

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a delivery stream may write to the bucket by hand, and the bucket was made ours',
      at: ['DeliveryDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => allowed(stack, new SecureBucket(stack, 'Clickstream'), delivering(stack)),
    },
    {
      name: 'the policy of a function is written by hand, and the queue gets a key',
      at: ['OrdersServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox', { encryption: sqs.QueueEncryption.KMS });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [inbox.queueArn] }));
      },
    },
    { name: 'objects are read', at: place(0), template: scene('Bucket', { may: ['s3:GetObject*'], on: objects }) },
    {
      name: 'a role may send to a queue and encrypt, but not decrypt the data key',
      at: place(0),
      template: scene('Queue', { may: ['sqs:SendMessage'], beside: onKey('kms:GenerateDataKey') }),
    },
    {
      name: 'uploads in parts take decrypting',
      at: place(0),
      template: scene('Bucket', {
        may: ['s3:PutObject', 's3:AbortMultipartUpload'],
        on: objects,
        beside: onKey("'kms:GenerateDataKey*'"),
      }),
    },
    { name: 'messages are published', at: place(0), template: scene('Topic', { may: ['sns:Publish'] }) },
    {
      name: 'records are put',
      at: place(1),
      template: scene('Stream', { may: ['kinesis:ListShards', 'kinesis:PutRecords'] }),
    },
    { name: 'items are only written', at: place(0), template: scene('Table', { may: ['dynamodb:PutItem'] }) },
    {
      name: 'the key may be used through another service',
      at: place(0),
      template: scene('Table', {
        may: ['dynamodb:GetItem'],
        beside: onKey('kms:Decrypt', "{ StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } }"),
      }),
    },
    {
      name: 'the key policy leaves nothing to policies of roles',
      at: place(0),
      template: scene('Queue', {
        may: ['sqs:ReceiveMessage'],
        beside: onKey('kms:Decrypt'),
        keyPolicy:
          "{ Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:role/Security' }, Action: 'kms:*', Resource: '*' }] }",
      }),
    },
  ],
  passes: [
    {
      name: 'the delivery stream is granted to write, which allows the use of the key too',
      template: (stack) => {
        const bucket = new SecureBucket(stack, 'Clickstream');
        const role = delivering(stack);
        bucket.grantWrite(role);
        allowed(stack, bucket, role);
      },
    },
    {
      name: 'a bucket without a key of the account',
      template: (stack) => allowed(stack, new s3.Bucket(stack, 'Clickstream'), delivering(stack)),
    },
    {
      name: 'an imported key, whose policy nobody knows',
      template: (stack) => {
        const encryptionKey = kms.Key.fromKeyArn(
          stack,
          'Key',
          'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        );
        allowed(stack, new s3.Bucket(stack, 'Clickstream', { encryptionKey }), delivering(stack));
      },
    },
    {
      name: 'whole objects are written, for which S3 only encrypts',
      template: scene('Bucket', { may: ['s3:PutObject'], on: objects, beside: onKey("'kms:GenerateDataKey*'") }),
    },
    {
      name: 'the key may be used through the service',
      template: scene('Table', {
        may: ['dynamodb:Query', 'dynamodb:PutItem'],
        beside: onKey('kms:Decrypt', "{ StringLike: { 'kms:ViaService': 'dynamodb.*.amazonaws.com' } }"),
      }),
    },
    {
      name: 'the key may be used for objects of the bucket',
      template: scene('Bucket', {
        may: ['s3:GetObject'],
        on: objects,
        beside: onKey('kms:Decrypt', "{ StringLike: { 'kms:EncryptionContext:aws:s3:arn': !Sub '${Bucket.Arn}/*' } }"),
      }),
    },
    {
      name: 'the Region and the partition that the app is written for are written out',
      template: scene('Queue', {
        may: ['sqs:SendMessage'],
        beside: `- { Effect: Allow, Action: 'kms:*', Resource: !Sub 'arn:aws:kms:eu-west-1:\${AWS::AccountId}:key/*', Condition: { StringEquals: { 'kms:ViaService': sqs.eu-west-1.amazonaws.com } } }`,
      }),
    },
    {
      name: 'the key policy lets in the account through the service',
      template: scene('Queue', {
        may: ['sqs:ReceiveMessage'],
        keyPolicy:
          "{ Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: '*' }, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*', Condition: { StringEquals: { 'kms:CallerAccount': !Ref AWS::AccountId, 'kms:ViaService': !Sub 'sqs.${AWS::Region}.amazonaws.com' } } }] }",
      }),
    },
    {
      name: 'the bucket is managed, and its objects are left alone',
      template: scene('Bucket', { may: ['s3:*'], on: '!GetAtt Bucket.Arn' }),
    },
    {
      name: 'the queue is only looked at and purged',
      template: scene('Queue', { may: ['sqs:GetQueueAttributes', 'sqs:PurgeQueue'] }),
    },
    {
      name: 'every queue is meant, and not this one',
      template: scene('Queue', { may: ['sqs:SendMessage'], on: "'*'" }),
    },
    {
      name: 'the key is the one of AWS for the service',
      template: scene('Queue', {
        may: ['sqs:SendMessage'],
        store: '{ Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: alias/aws/sqs } }',
      }),
    },
    {
      name: 'what Lambda polls is told where it is set up',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox', { encryption: sqs.QueueEncryption.KMS });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.addEventSourceMapping('Poll', { eventSourceArn: inbox.queueArn });
        orders.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: [inbox.queueArn] }),
        );
      },
    },
  ],
  unknown: [
    {
      name: 'a policy of AWS that nobody knows here may allow it',
      at: place(0),
      template: scene('Queue', {
        may: ['sqs:SendMessage'],
        managed: 'arn:aws:iam::aws:policy/AmazonRekognitionReadOnlyAccess',
      }),
    },
    {
      name: 'a policy of the role is not part of the application',
      at: place(0),
      template: scene('Queue', {
        may: ['sqs:SendMessage'],
        managed: 'arn:aws:iam::111122223333:policy/keys',
      }),
    },
  ],
});
