import { can } from '../../src/iam';
import { dedent } from '../rules/rule-examples';
import { applicationOf, find } from '../template/templates';

const document = (action: string) =>
  `{ Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: x.amazonaws.com }, Action: '${action}', Resource: '*' }] }`;

const asText = (action: string) =>
  JSON.stringify(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { Service: 'x.amazonaws.com' }, Action: action, Resource: '*' },
    }),
  );

test.each([
  ['AWS::S3::AccessPoint', 's3:GetObject', 'Policy'],
  ['AWS::Backup::BackupVault', 'backup:CopyIntoBackupVault', 'AccessPolicy'],
  ['AWS::DynamoDB::Table', 'dynamodb:GetItem', 'ResourcePolicy.PolicyDocument'],
  ['AWS::ECR::Repository', 'ecr:BatchGetImage', 'RepositoryPolicyText'],
  ['AWS::EFS::FileSystem', 'elasticfilesystem:ClientMount', 'FileSystemPolicy'],
  ['AWS::Events::EventBus', 'events:PutEvents', 'Policy'],
  ['AWS::KMS::ReplicaKey', 'kms:Decrypt', 'KeyPolicy'],
  ['AWS::Logs::LogGroup', 'logs:PutLogEvents', 'ResourcePolicyDocument'],
  ['AWS::OpenSearchService::Domain', 'es:ESHttpGet', 'AccessPolicies'],
])('%s: the policy in its own property counts', (type, action, property) => {
  const [outer, inner] = property.split('.');
  const app = applicationOf(`
Resources:
  Open: { Type: '${type}', Properties: { ${outer}: ${inner ? `{ ${inner}: ${document(action)} }` : document(action)} } }
  Closed: { Type: '${type}' }
`);
  expect(can(app, 'x.amazonaws.com', action, find(app, 'Open')).decision).toBe('allowed');
  expect(can(app, 'x.amazonaws.com', action, find(app, 'Closed')).decision).toBe('denied');
});

test.each([
  ['AWS::S3::Bucket', 's3:ListBucket', 'AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument', '!Ref Open'],
  ['AWS::SQS::Queue', 'sqs:SendMessage', 'AWS::SQS::QueuePolicy', 'Queues', 'PolicyDocument', '[!Ref Open]'],
  ['AWS::SQS::Queue', 'sqs:SendMessage', 'AWS::SQS::QueueInlinePolicy', 'Queue', 'PolicyDocument', '!Ref Open'],
  ['AWS::SNS::Topic', 'sns:Publish', 'AWS::SNS::TopicPolicy', 'Topics', 'PolicyDocument', '[!Ref Open]'],
  ['AWS::SNS::Topic', 'sns:Publish', 'AWS::SNS::TopicInlinePolicy', 'TopicArn', 'PolicyDocument', '!Ref Open'],
  [
    'AWS::SecretsManager::Secret',
    'secretsmanager:GetSecretValue',
    'AWS::SecretsManager::ResourcePolicy',
    'SecretId',
    'ResourcePolicy',
    '!Ref Open',
  ],
  [
    'AWS::Kinesis::Stream',
    'kinesis:PutRecord',
    'AWS::Kinesis::ResourcePolicy',
    'ResourceArn',
    'ResourcePolicy',
    '!GetAtt Open.Arn',
  ],
  [
    'AWS::Lambda::Function',
    'lambda:InvokeFunction',
    'AWS::Lambda::ResourcePolicy',
    'ResourceArn',
    'PolicyDocument',
    '!GetAtt Open.Arn',
  ],
  [
    'AWS::S3Tables::TableBucket',
    's3tables:ListTables',
    'AWS::S3Tables::TableBucketPolicy',
    'TableBucketARN',
    'ResourcePolicy',
    '!GetAtt Open.TableBucketARN',
  ],
])('%s: the policy in a resource beside it counts (%s, %s)', (type, action, policyType, to, property, named) => {
  const app = applicationOf(`
Resources:
  Open: { Type: '${type}' }
  Closed: { Type: '${type}' }
  Policy: { Type: '${policyType}', Properties: { ${to}: ${named}, ${property}: ${document(action)} } }
`);
  expect(can(app, 'x.amazonaws.com', action, find(app, 'Open')).decision).toBe('allowed');
  expect(can(app, 'x.amazonaws.com', action, find(app, 'Closed')).decision).toBe('denied');
});

const logs = applicationOf(
  dedent(`
    Resources:
      Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /aws/events/books } }
      Other: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /aws/lambda/books } }
      Policy:
        Type: AWS::Logs::ResourcePolicy
        Properties:
          PolicyName: events
          PolicyDocument: !Sub |
            { "Statement": { "Effect": "Allow", "Principal": { "Service": "events.amazonaws.com" }, "Action": "logs:PutLogEvents",
              "Resource": "arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/events/*" } }
  `),
);

test('the resource policy of CloudWatch Logs is about the log groups that it names', () => {
  const into = (id: string) =>
    can(logs, 'events.amazonaws.com', 'logs:PutLogEvents', find(logs, id), { below: '/x' }).decision;
  expect(into('Group')).toBe('allowed');
  expect(into('Other')).toBe('denied');
});

test('a policy that is a text is read like one that is not', () => {
  const app = applicationOf(`
Resources:
  Cluster: { Type: AWS::DSQL::Cluster, Properties: { PolicyDocument: ${asText('dsql:DbConnect')} } }
`);
  expect(can(app, 'x.amazonaws.com', 'dsql:DbConnect', find(app, 'Cluster')).decision).toBe('allowed');
});

test.each([
  [
    'its statement',
    `{ Statement: { Effect: Allow, Principal: { Service: x.amazonaws.com }, Action: 'events:PutEvents', Resource: !GetAtt Bus.Arn } }`,
    'allowed',
  ],
  ['its older properties', `{ Action: 'events:PutEvents', Principal: '*' }`, 'allowed'],
  ['its older properties for one account', `{ Action: 'events:PutEvents', Principal: '444455556666' }`, 'denied'],
  [
    'its older properties for one organization',
    `{ Action: 'events:PutEvents', Principal: '*', Condition: { Key: aws:PrincipalOrgID, Type: StringEquals, Value: o-1 } }`,
    'denied',
  ],
])('a permission of an event bus is read from %s', (_what, properties, decision) => {
  const app = applicationOf(`
Resources:
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: books } }
  Permission:
    Type: AWS::Events::EventBusPolicy
    Properties: { EventBusName: !Ref Bus, StatementId: s, ${properties.replace(/^\{|\}$/g, '')} }
`);
  expect(can(app, 'x.amazonaws.com', 'events:PutEvents', find(app, 'Bus')).decision).toBe(decision);
});

describe('a request through a VPC endpoint', () => {
  const app = applicationOf(
    dedent(`
      Resources:
        Books: { Type: AWS::S3::Bucket }
        Films: { Type: AWS::S3::Bucket }
        Open: { Type: AWS::EC2::VPCEndpoint }
        Narrow:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            PolicyDocument:
              Statement: [{ Effect: Allow, Principal: '*', Action: '*', Resource: !GetAtt Books.Arn }]
        Reader:
          Type: AWS::IAM::Role
          Properties:
            Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:ListBucket', Resource: '*' }] } }]
    `),
  );

  test.each([
    ['Films', undefined, 'allowed'],
    ['Films', 'Open', 'allowed'],
    ['Films', 'Narrow', 'denied'],
    ['Books', 'Narrow', 'allowed'],
  ])('%s through %s: %s, because its policy has to allow it too', (bucket, endpoint, decision) => {
    const through = endpoint === undefined ? undefined : find(app, endpoint);
    const verdict = can(app, find(app, 'Reader'), 's3:ListBucket', find(app, bucket), { through });
    expect(verdict.decision).toBe(decision);
  });
});

test('a key without a policy gets the one that lets its account decide', () => {
  const app = applicationOf(
    dedent(`
      Resources:
        Key: { Type: AWS::KMS::Key }
        Reader:
          Type: AWS::IAM::Role
          Properties:
            Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'kms:Decrypt', Resource: '*' }] } }]
    `),
  );
  expect(can(app, find(app, 'Reader'), 'kms:Decrypt', find(app, 'Key')).decision).toBe('allowed');
  expect(can(app, find(app, 'Reader'), 'kms:Encrypt', find(app, 'Key')).decision).toBe('denied');
});
