import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { bookstore } from '../../examples/bookstore/app';
import { SecureBucket, SecureFunction, SecureKey } from '../../src';
import { arnOf, can, deliverySteps, roleOf } from '../../src/iam';
import { Application } from '../../src/template';
import type { Resource } from '../../src/template';
import { applicationOf, find } from '../template/templates';

const plain = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true };
const flagged = { ...recommendedFlags, ...plain };

/** The templates of all stacks of an app. */
function synthesized(app: App): Application {
  return Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
}

/** The resource that the CDK made for a construct. */
function at(app: Application, constructPath: string): Resource {
  const found = app.resources.find((resource) => resource.constructPath === `${constructPath}/Resource`);
  if (!found) throw new Error(`nothing at "${constructPath}"`);
  return found;
}

describe('on templates', () => {
  const app = applicationOf(`
Conditions:
  Production: !Equals [!Ref AWS::StackName, prod]
Resources:
  Books: { Type: AWS::S3::Bucket }
  Films: { Type: AWS::S3::Bucket }
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess']
      Policies:
        - PolicyName: reads
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Books.Arn}/*' }
              - { Effect: Allow, Action: s3:ListBucket, Resource: !Sub 'arn:\${AWS::Partition}:s3:::\${Books}' }
              - !If [Production, { Effect: Allow, Action: s3:PutObject, Resource: !Sub '\${Books.Arn}/*' }, !Ref AWS::NoValue]
  Limited:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      PermissionsBoundary: arn:aws:iam::111122223333:policy/team
      Policies:
        - PolicyName: all
          PolicyDocument: { Statement: { Effect: Allow, Action: '*', Resource: '*' } }
  Deployer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AWSLambda_FullAccess']
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt Worker.Arn }
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Fn.Arn
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceArn: !GetAtt Books.Arn
      SourceAccount: !Ref AWS::AccountId
`);
  const [worker, books, films, fn] = ['Worker', 'Books', 'Films', 'Fn'].map((id) => find(app, id));
  const decision = (...args: Parameters<typeof can>) => can(...args).decision;

  test('GetAtt and the written-out ARN of a bucket are the same', () => {
    expect(decision(app, worker, 's3:GetObject', books, { below: '/dune.txt' })).toBe('allowed');
    expect(decision(app, worker, 's3:ListBucket', books)).toBe('allowed');
  });

  test('the neighbouring bucket and the neighbouring action are denied', () => {
    expect(decision(app, worker, 's3:GetObject', films, { below: '/dune.txt' })).toBe('denied');
    expect(decision(app, worker, 's3:DeleteObject', books, { below: '/dune.txt' })).toBe('denied');
    expect(decision(app, worker, 's3:GetObject', books)).toBe('denied');
  });

  test('what depends on a condition of the template is not known, and the explanation says on which', () => {
    const verdict = can(app, worker, 's3:PutObject', books, { below: '/dune.txt' });
    expect(verdict.decision).toBe('unknown');
    expect(verdict.because).toMatch(/Production/);
  });

  test('a boundary that is not part of the application may not allow it', () => {
    expect(decision(app, find(app, 'Limited'), 's3:GetObject', books, { below: '/x' })).toBe('unknown');
  });

  test('a managed policy of AWS counts with its statements', () => {
    expect(decision(app, worker, 'xray:PutTraceSegments', books)).toBe('allowed');
  });

  test('the conditions of a managed policy of AWS count as well', () => {
    const pass = (service: string) =>
      decision(app, find(app, 'Deployer'), 'iam:PassRole', worker, { context: { 'iam:PassedToService': service } });
    expect(pass('lambda.amazonaws.com')).toBe('allowed');
    expect(pass('ec2.amazonaws.com')).toBe('denied');
  });

  test('only Lambda may assume the role of the function', () => {
    expect(roleOf(fn)).toBe(worker);
    expect(decision(app, 'lambda.amazonaws.com', 'sts:AssumeRole', worker)).toBe('allowed');
    expect(decision(app, 'ec2.amazonaws.com', 'sts:AssumeRole', worker)).toBe('denied');
  });

  test('the bucket may invoke the function, the same bucket of another account and another bucket may not', () => {
    const invoke = (source: Resource, account: string) =>
      decision(app, 's3.amazonaws.com', 'lambda:InvokeFunction', fn, {
        context: { 'aws:SourceArn': arnOf(source), 'aws:SourceAccount': account },
      });
    expect(invoke(books, '${AWS::AccountId}')).toBe('allowed');
    expect(invoke(films, '${AWS::AccountId}')).toBe('denied');
    expect(decision(app, 's3.amazonaws.com', 'lambda:InvokeFunction', fn)).toBe('denied');
    expect(decision(app, 's3.amazonaws.com', 'lambda:GetFunction', fn)).toBe('denied');
  });

  test('there is no delivery between things that do not deliver', () => {
    expect(() => deliverySteps(app, worker, books)).toThrow('AWS::IAM::Role does not deliver to AWS::S3::Bucket');
  });
});

describe.each([
  ['without feature flags', plain],
  ['with the recommended feature flags', flagged],
])('the bookstore %s', (_, context) => {
  const app = synthesized(bookstore({ context }));
  const role = (name: string) => roleOf(at(app, `Bookstore/${name}`))!;
  const table = at(app, 'Bookstore/Authors');
  const bucket = at(app, 'Bookstore/Portraits');
  const key = app.ofType('AWS::KMS::Key')[0];
  const ofStats = { 'dynamodb:LeadingKeys': ['STATS'] };
  const throughS3 = {
    'kms:ViaService': 's3.${AWS::Region}.${AWS::URLSuffix}',
    'kms:EncryptionContext:aws:s3:arn': `${arnOf(bucket)}/portraits/1.jpg`,
  };

  test.each<[string, string, Resource, string, string, Record<string, string | string[]>?]>([
    ['CreateAuthor', 'dynamodb:PutItem', table, '', 'allowed', ofStats],
    ['CreateAuthor', 'dynamodb:UpdateItem', table, '', 'allowed', ofStats],
    ['CreateAuthor', 'dynamodb:UpdateItem', table, '', 'denied'],
    ['CreateAuthor', 'dynamodb:DeleteItem', table, '', 'denied'],
    ['CreateAuthor', 'dynamodb:Scan', table, '', 'denied'],
    ['CreateAuthor', 's3:PutObject', bucket, '/portraits/1.jpg', 'allowed'],
    ['CreateAuthor', 's3:PutObject', bucket, '/other/1.jpg', 'denied'],
    ['CreateAuthor', 's3:DeleteObject', bucket, '/portraits/1.jpg', 'denied'],
    ['CreateAuthor', 's3:GetObject', bucket, '/portraits/1.jpg', 'denied'],
    ['CreateAuthor', 's3:PutBucketPolicy', bucket, '', 'denied'],
    ['CreateAuthor', 'kms:GenerateDataKey', key, '', 'allowed', throughS3],
    ['CreateAuthor', 'kms:GenerateDataKey', key, '', 'denied'],
    ['CreateAuthor', 'kms:ScheduleKeyDeletion', key, '', 'denied'],
    ['BooksStats', 'dynamodb:GetItem', table, '', 'allowed', ofStats],
    ['BooksStats', 'dynamodb:PutItem', table, '', 'denied'],
    ['BooksStats', 'kms:Decrypt', key, '', 'allowed'],
    ['BooksStats', 'kms:GenerateDataKey', key, '', 'denied'],
    ['BooksStats', 's3:PutObject', bucket, '/portraits/1.jpg', 'denied'],
  ])('%s and %s on %s%s: %s', (name, action, on, below, decision, also = {}) => {
    const verdict = can(app, role(name), action, on, {
      below,
      context: { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', ...also },
    });
    expect(`${verdict.decision}: ${verdict.because}`).toMatch(new RegExp(`^${decision}`));
  });

  test('an upload without TLS is denied, whatever the grants say', () => {
    const upload = { below: '/portraits/1.jpg', context: { 'aws:SecureTransport': 'false' } };
    expect(can(app, role('CreateAuthor'), 's3:PutObject', bucket, upload).decision).toBe('denied');
  });

  test('CloudWatch Logs can use the key for log groups of this account, and for no other', () => {
    const logs = (account: string) =>
      can(app, 'logs.${AWS::Region}.${AWS::URLSuffix}', 'kms:GenerateDataKey', key, {
        context: {
          'kms:EncryptionContext:aws:logs:arn': `arn:\${AWS::Partition}:logs:\${AWS::Region}:${account}:log-group:x`,
        },
      }).decision;
    expect(logs('${AWS::AccountId}')).toBe('allowed');
    expect(logs('${Other}')).toBe('denied');
  });

  test('API Gateway may invoke exactly the function of a method, through that method', () => {
    const api = app.ofType('AWS::ApiGateway::RestApi')[0];
    const stage = app.ofType('AWS::ApiGateway::Stage')[0];
    const from = (path: string) =>
      `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api.logicalId}}/${
        stage.read('StageName').text === `\${${stage.logicalId}}` ? '' : `\${${stage.logicalId}}`
      }/${path}`;
    const invoke = (name: string, path: string) =>
      can(app, 'apigateway.amazonaws.com', 'lambda:InvokeFunction', at(app, `Bookstore/${name}`), {
        context: { 'aws:SourceArn': from(path) },
      }).decision;
    expect(invoke('CreateAuthor', 'POST/author')).toBe('allowed');
    expect(invoke('CreateAuthor', 'GET/booksStats')).toBe('denied');
    expect(invoke('BooksStats', 'GET/booksStats')).toBe('allowed');
    expect(invoke('BooksStats', 'POST/author')).toBe('denied');
  });
});

describe.each([
  ['without feature flags', plain],
  ['with the recommended feature flags', flagged],
])('two encrypted things that an L2 wires together, %s', (_, context) => {
  const scopes = (inTwoStacks: boolean) => {
    const app = new App({ context });
    const first = new Stack(app, 'First');
    const second = inTwoStacks ? new Stack(app, 'Second') : first;
    return { app, first, second, key: SecureKey.shared(first) };
  };
  const arrives = (app: App, from: string, to: string) => {
    const model = synthesized(app);
    return deliverySteps(model, at(model, from), at(model, to)).map(
      ({ action, verdict }) =>
        `${action} ${verdict.decision}${verdict.decision === 'allowed' ? '' : ` (${verdict.because})`}`,
    );
  };
  const toQueue = ['sqs:SendMessage allowed', 'kms:GenerateDataKey allowed', 'kms:Decrypt allowed'];
  const toTopic = ['sns:Publish allowed', 'kms:GenerateDataKey allowed', 'kms:Decrypt allowed'];
  const places: [string, boolean][] = [
    ['in one stack', false],
    ['in two stacks', true],
  ];

  test.each(places)('a topic reaches a queue %s', (_place, inTwoStacks) => {
    const { app, first, second, key } = scopes(inTwoStacks);
    const topic = new sns.Topic(first, 'Topic', { masterKey: key });
    const queue = new sqs.Queue(second, 'Queue', { encryptionMasterKey: key });
    topic.addSubscription(new subscriptions.SqsSubscription(queue));
    expect(arrives(app, 'First/Topic', `${second.node.id}/Queue`)).toEqual(toQueue);
  });

  test.each(places)('a bucket reaches a queue %s', (_place, inTwoStacks) => {
    const { app, first, second, key } = scopes(inTwoStacks);
    const bucket = new SecureBucket(first, 'Bucket', { encryptionKey: key });
    const queue = new sqs.Queue(second, 'Queue', { encryptionMasterKey: inTwoStacks ? SecureKey.shared(second) : key });
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.SqsDestination(queue));
    expect(arrives(app, 'First/Bucket', `${second.node.id}/Queue`)).toEqual(toQueue);
  });

  test.each(places)('a bucket reaches a topic %s', (_place, inTwoStacks) => {
    const { app, first, second, key } = scopes(inTwoStacks);
    const bucket = new SecureBucket(first, 'Bucket', { encryptionKey: key });
    const topic = new sns.Topic(second, 'Topic', { masterKey: inTwoStacks ? SecureKey.shared(second) : key });
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.SnsDestination(topic));
    expect(arrives(app, 'First/Bucket', `${second.node.id}/Topic`)).toEqual(toTopic);
  });

  test('a bucket reaches a function', () => {
    const { app, first, key } = scopes(false);
    const bucket = new SecureBucket(first, 'Bucket', { encryptionKey: key });
    const fn = new SecureFunction(first, 'Fn', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {}'),
    });
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(fn));
    expect(arrives(app, 'First/Bucket', 'First/Fn')).toEqual(['lambda:InvokeFunction allowed']);
  });

  test.each(places)('an event rule reaches a queue %s', (_place, inTwoStacks) => {
    const { app, first, second, key } = scopes(inTwoStacks);
    const queue = new sqs.Queue(second, 'Queue', { encryptionMasterKey: key });
    new events.Rule(second, 'Rule', {
      eventPattern: { source: ['books'] },
      targets: [new targets.SqsQueue(queue)],
    });
    expect(first).toBeDefined();
    expect(arrives(app, `${second.node.id}/Rule`, `${second.node.id}/Queue`)).toEqual(toQueue);
  });

  test('a topic of another account uses neither the queue nor its key', () => {
    const { app, first, key } = scopes(false);
    const queue = new sqs.Queue(first, 'Queue', { encryptionMasterKey: key });
    new sns.Topic(first, 'Topic', { masterKey: key }).addSubscription(new subscriptions.SqsSubscription(queue));
    const model = synthesized(app);
    const stranger = {
      'aws:SourceArn': 'arn:${AWS::Partition}:sns:${AWS::Region}:${Other}:topic',
      'aws:SourceAccount': '${Other}',
    };
    for (const [action, on] of [
      ['sqs:SendMessage', at(model, 'First/Queue')],
      ['kms:GenerateDataKey', model.ofType('AWS::KMS::Key')[0]],
      ['kms:Decrypt', model.ofType('AWS::KMS::Key')[0]],
    ] as const) {
      expect(can(model, 'sns.amazonaws.com', action, on, { context: stranger }).decision).toBe('denied');
    }
  });
});
