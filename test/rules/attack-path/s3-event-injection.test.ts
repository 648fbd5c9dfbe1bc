import { aws_lambda as lambda, aws_s3 as s3, aws_s3_notifications as notifications } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { afterwards, handler, reader } from './handler';
import { hands, strangerMay } from './outsiders';
import { attackExamples, holds } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/s3-event-injection';

const notified = `
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Ship.Arn
`;

function policy(principal: string, bucket = notified, fn = handler): string {
  return `${fn}${bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Uploads
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: s3:PutObject
            Resource: !Sub \${Uploads.Arn}/*
`;
}

const throughEventBridge = `
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        EventBridgeConfiguration: {}
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail-type: [Object Created]
        detail: { bucket: { name: [!Ref Uploads] } }
      Targets:
        - Id: Ship
          Arn: !GetAtt Ship.Arn
`;

const put = strangerMay('s3:PutObject', 'Uploads', { below: '/x.zip' });
const at = ['Policy/Properties/PolicyDocument/Statement/0/Principal'];

const called = { Role: 'ShipServiceRole' };
const handsOnUploads = hands('Uploads', 'Ship', 'UploadsNotifications', 'NotificationConfiguration');

export default attackExamples(rule, {
  attack: [put, hands('Uploads', 'Ship', 'Uploads', 'NotificationConfiguration'), ...afterwards],
  fails: [
    {
      name: 'the policy lets everybody upload what the L2 tells a function of',
      attack: [put, handsOnUploads, ...afterwards],
      called,
      at: ['UploadsPolicy/Properties/PolicyDocument/Statement/0/Principal'],
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
        const uploads = new s3.Bucket(stack, 'Uploads');
        uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(ship));
        uploads.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:PutObject'],
            resources: [uploads.arnForObjects('*')],
          }),
        );
      },
    },
    { name: 'everybody may upload what the function opens', at, template: policy("'*'") },
    {
      name: 'EventBridge starts the function',
      at,
      attack: [put, hands('Uploads', 'Ship', 'Uploaded', 'Targets'), ...afterwards],
      template: policy("'*'", throughEventBridge),
    },
    {
      name: 'the canned ACL lets everybody upload',
      at: ['Uploads/Properties/AccessControl'],
      attack: [
        holds('everybody may put objects by the ACL', ['Uploads'], (_, find) =>
          find('Uploads').read('AccessControl').is('PublicReadWrite'),
        ),
        ...afterwards,
      ],
      template: `${handler}${notified}      AccessControl: PublicReadWrite\n`,
    },
  ],
  passes: [
    {
      name: 'our bucket is granted to the role of the partner',
      attack: [put, handsOnUploads, ...afterwards],
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
        const uploads = new SecureBucket(stack, 'Uploads');
        uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(ship));
        uploads.grantPut(new iam.ArnPrincipal('arn:aws:iam::111122223333:role/Sender'));
      },
    },
    { name: 'one role of a partner may upload', template: policy('{ AWS: arn:aws:iam::111122223333:role/Sender }') },
    { name: 'nothing is told of new objects', template: policy("'*'", '\n  Uploads:\n    Type: AWS::S3::Bucket\n') },
    { name: 'what everybody may set off only reads', template: policy("'*'", notified, reader) },
    {
      name: 'the L2 notifies a function that deletes what it has read',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads', { enforceSSL: true });
        const fn = new lambda.Function(stack, 'Ship', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        uploads.grantRead(fn);
        uploads.grantDelete(fn);
        uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn));
      },
    },
  ],
  unknown: [
    {
      name: 'what the role of the function may do is not in the template',
      at: ['Ship/Properties/Role'],
      template: policy("'*'").replace('Role: !GetAtt Role.Arn', "Role: !ImportValue 'role-of-ship'"),
    },
  ],
});
