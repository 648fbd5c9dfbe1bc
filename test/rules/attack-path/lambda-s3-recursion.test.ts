import {
  aws_dynamodb as dynamodb,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  aws_s3 as s3,
  aws_s3_notifications as notifications,
} from 'aws-cdk-lib';
import { hands } from './outsiders';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/lambda-s3-recursion';

function fn(actions: string, on: string): string {
  return `
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: writes
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${actions}, Resource: ${on} }
  Resize:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;
}

function bucket(filter = '', on = '!Sub "${Images.Arn}/*"', event = 's3:ObjectCreated:*'): string {
  return `${fn('[s3:GetObject, s3:PutObject]', on)}
  Images:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: ${event}
            Function: !GetAtt Resize.Arn
            ${filter}
`;
}

function table(filter = '', action = 'dynamodb:UpdateItem'): string {
  return `${fn(action, '!GetAtt Images.Arn')}
  Images:
    Type: AWS::DynamoDB::Table
    Properties:
      StreamSpecification: { StreamViewType: NEW_IMAGE }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Images.StreamArn
      FunctionName: !Ref Resize
      ${filter}
`;
}

const unfiltered = (by: string, path: string) =>
  holds(`${by} hands on everything`, [by], (_, find) => find(by).read(path).isAbsent);
const ofNewObjects = holds('the bucket tells of new objects', ['Images'], (_, find) =>
  find('Images').read('NotificationConfiguration.LambdaConfigurations.0.Event').is('s3:ObjectCreated:*'),
);
const notification = 'NotificationConfiguration.LambdaConfigurations.0';

const called = { Role: 'ResizeServiceRole' };
const handsOnImages = hands('Images', 'Resize', 'ImagesNotifications', 'NotificationConfiguration');
const writesImages = [runsAs('Resize', 'Role'), may('Role', 's3:PutObject', 'Images', { below: '/any.png' })];

export default attackExamples(rule, {
  attack: [
    ofNewObjects,
    unfiltered('Images', `${notification}.Filter`),
    hands('Images', 'Resize', 'Images', notification),
    runsAs('Resize', 'Role'),
    may('Role', 's3:PutObject', 'Images', { below: '/any.png' }),
  ],
  fails: [
    {
      name: 'the L2 grants the function the bucket that tells it of new images',
      attack: [handsOnImages, ...writesImages],
      called,
      at: ['ImagesNotifications/Properties/NotificationConfiguration/LambdaFunctionConfigurations/0/Filter'],
      template: (stack) => {
        const images = new s3.Bucket(stack, 'Images');
        const resize = new lambda.Function(stack, 'Resize', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        images.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(resize));
        images.grantReadWrite(resize);
      },
    },
    {
      name: 'a function writes thumbnails beside the images',
      at: [`Images/Properties/${notification.replaceAll('.', '/')}/Filter`],
      template: bucket(),
    },
    {
      name: 'a function writes under a prefix, and the notification asks for none',
      attack: [ofNewObjects, may('Role', 's3:PutObject', 'Images', { below: '/small/any.png' })],
      template: bucket('', '!Sub "${Images.Arn}/small/*"'),
    },
    {
      name: 'the policy writes the name of the bucket, because a reference would close a circle',
      at: [`Images/Properties/${notification.replaceAll('.', '/')}/Filter`],
      template: bucket('', "!Sub 'arn:${AWS::Partition}:s3:::shop-images/*'").replace(
        '    Properties:\n      NotificationConfiguration:',
        '    Properties:\n      BucketName: shop-images\n      NotificationConfiguration:',
      ),
    },
    {
      name: 'a function updates the items whose changes it gets, and nobody ends that',
      at: ['Mapping/Properties/FilterCriteria'],
      attack: [
        unfiltered('Mapping', 'FilterCriteria'),
        hands('Images', 'Resize', 'Mapping', 'FunctionName'),
        may('Role', 'dynamodb:UpdateItem', 'Images'),
      ],
      template: table(),
    },
  ],
  passes: [
    {
      name: 'our function writes thumbnails to a bucket of their own',
      attack: [handsOnImages, ...writesImages],
      called,
      template: (stack) => {
        const images = new SecureBucket(stack, 'Images');
        const thumbnails = new SecureBucket(stack, 'Thumbnails');
        const resize = new SecureFunction(stack, 'Resize', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        images.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(resize));
        images.grantRead(resize);
        thumbnails.grantWrite(resize);
      },
    },
    {
      name: 'only what is uploaded under a prefix counts',
      template: bucket('Filter: { S3Key: { Rules: [{ Name: prefix, Value: in/ }] } }'),
    },
    {
      name: 'the function is told of deleted objects',
      template: bucket('', '!Sub "${Images.Arn}/*"', 's3:ObjectRemoved:*'),
    },
    {
      name: 'the mapping takes new items only',
      attack: [unfiltered('Mapping', 'FilterCriteria'), may('Role', 'dynamodb:UpdateItem', 'Images')],
      template: table(`FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] }`),
    },
    {
      name: 'the function reads the table only',
      attack: [may('Role', 'dynamodb:UpdateItem', 'Images')],
      template: table('', 'dynamodb:GetItem'),
    },
    {
      name: 'the L2 writes to another bucket and another table',
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const resize = new lambda.Function(stack, 'Resize', props);
        const images = new s3.Bucket(stack, 'Images');
        images.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(resize));
        images.grantRead(resize);
        new s3.Bucket(stack, 'Thumbnails').grantWrite(resize);
        const changes = new dynamodb.Table(stack, 'Changes', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          stream: dynamodb.StreamViewType.NEW_IMAGE,
        });
        resize.addEventSource(
          new sources.DynamoEventSource(changes, { startingPosition: lambda.StartingPosition.LATEST }),
        );
      },
    },
  ],
  unknown: [
    {
      name: 'the filter is written by a macro',
      at: ['Mapping/Properties/FilterCriteria'],
      template: table('FilterCriteria: { Fn::Transform: { Name: Filters } }'),
    },
  ],
});
