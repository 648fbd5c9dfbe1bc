import {
  accessLevelOf,
  arnPatternsOf,
  expandActions,
  findAction,
  isWildcardOnly,
  resourceTypesFor,
  resourceTypesOf,
  serviceNames,
} from '../../src/facts/actions';
import { actionTableSource } from '../../src/facts/actions.generated';

test('the table says where it comes from', () => {
  expect(actionTableSource).toMatchObject({ licence: 'MIT', version: expect.stringMatching(/^\d/) });
});

test('every service decodes: each action has an access level and knows its resource types', () => {
  let count = 0;
  for (const service of serviceNames()) {
    for (const name of expandActions(`${service}:*`)) {
      const action = findAction(name)!;
      expect(action.accessLevel).toBeDefined();
      expect(action.resourceTypes.every((type) => type?.arn.startsWith('arn:'))).toBe(true);
      count++;
    }
  }
  expect(count).toBeGreaterThan(20_000);
});

test.each(['s3:GetObject', 'S3:getobject', 's3:GETOBJECT'])('%s is found, because IAM ignores case', (name) => {
  expect(findAction(name)?.name).toBe('s3:GetObject');
});

test.each(['s3:GetObjekt', 'nosuchservice:GetObject', 'GetObject', '', ':', '__proto__:x', 'constructor:name'])(
  '"%s" is no action',
  (name) => {
    expect(findAction(name)).toBeUndefined();
    expect(isWildcardOnly(name)).toBeUndefined();
    expect(accessLevelOf(name)).toBeUndefined();
    expect(resourceTypesOf(name)).toEqual([]);
  },
);

test.each([
  ['s3:ListAllMyBuckets', true],
  ['xray:PutTraceSegments', true],
  ['xray:PutTelemetryRecords', true],
  ['ec2:DescribeNetworkInterfaces', true],
  ['logs:DescribeLogGroups', true],
  ['cloudwatch:PutMetricData', true],
  ['cloudwatch:GetMetricData', true],
  ['cloudwatch:ListMetrics', true],
  ['comprehend:DetectEntities', true],
  ['polly:StartSpeechSynthesisTask', true],
  ['rekognition:DetectModerationLabels', true],
  ['translate:TranslateDocument', true],
  ['cloudwatch:DeleteAlarms', false],
  ['s3:GetObject', false],
  ['kms:Decrypt', false],
  ['dynamodb:PutItem', false],
  ['sqs:SendMessage', false],
])('%s: only "*" is possible as resource = %s', (name, expected) => {
  expect(isWildcardOnly(name)).toBe(expected);
});

test.each([
  ['s3:GetObject', 'Read'],
  ['s3:PutObject', 'Write'],
  ['s3:ListBucket', 'List'],
  ['s3:PutObjectTagging', 'Tagging'],
  ['s3:PutBucketPolicy', 'Permissions management'],
])('%s has the access level %s', (name, level) => {
  expect(accessLevelOf(name)).toBe(level);
});

test.each([
  ['s3:GetObjectA*', ['s3:GetObjectAcl', 's3:GetObjectAnnotation', 's3:GetObjectAttributes']],
  ['S3:getobjectacl', ['s3:GetObjectAcl']],
  ['sqs:?endMessage', ['sqs:SendMessage']],
  ['kms:ReEncrypt*', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
  ['kms:Nothing*', []],
  ['sq?:SendMessage', ['sqs:SendMessage']],
])('%s stands for %j', (pattern, names) => {
  expect(expandActions(pattern)).toEqual(names);
});

test('"*" stands for the actions of all services', () => {
  expect(expandActions('*').length).toBe(expandActions('*:*').length);
});

test('the formats of an ARN keep the placeholders of the documentation', () => {
  expect(arnPatternsOf('s3:ListBucket')).toContain('arn:${Partition}:s3:::${BucketName}');
  expect(arnPatternsOf('sqs:SendMessage')).toEqual(['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}']);
});

test.each([
  ['s3:GetObject', 'arn:aws:s3:::books/*', ['object']],
  ['s3:GetObject', 'arn:aws:s3:::books', []],
  ['s3:GetObject', 'arn:${AWS::Partition}:s3:::${Bucket}', []],
  ['s3:GetObject', 'arn:${AWS::Partition}:s3:::${Bucket}/covers/*', ['object']],
  ['s3:ListBucket', 'arn:${AWS::Partition}:s3:::${Bucket}', ['bucket']],
  ['s3:ListBucket', 'arn:${AWS::Partition}:s3:::${Bucket}/*', []],
  ['s3:ListBucket', '${Bucket.Arn}', ['accesspoint', 'bucket']],
  ['s3:ListBucket', '*', ['accesspoint', 'bucket']],
  ['dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/Books', ['table']],
  ['dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/Books/index/*', ['index']],
  ['dynamodb:PutItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/Books/index/byYear', []],
  ['logs:CreateLogStream', 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*', ['log-stream']],
  ['logs:PutLogEvents', 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*', ['log-stream']],
  ['kms:Decrypt', 'arn:aws:kms:*:111122223333:key/*', ['key']],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:alias/books', []],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/service/worker', ['role']],
  ['sqs:SendMessage', 'arn:aws:sns:eu-west-1:111122223333:books', []],
])('%s on %s is about %j', (name, arn, types) => {
  expect(resourceTypesFor(name, arn).map((type) => type.name)).toEqual(types);
});
