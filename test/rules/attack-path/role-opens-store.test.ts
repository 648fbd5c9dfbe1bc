import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/role-opens-store';

const films = aResource('Films', 'AWS::S3::Bucket');
const encode = aFunction('Encode', 'Role');
const key = aResource(
  'Key',
  'AWS::KMS::Key',
  "KeyPolicy: { Statement: { Effect: Allow, Action: 'kms:*', Resource: '*', Principal: { AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } } }",
);

export default attackExamples(rule, {
  attack: [runsAs('Encode', 'Role'), may('Role', 's3:PutBucketPolicy', 'Films')],
  fails: [
    {
      name: 'it may write the policy of the bucket',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/1'],
      template: resources(
        films,
        encode,
        aRole('Role', [allow('[s3:GetBucketPolicy, s3:PutBucketPolicy]', '!GetAtt Films.Arn')]),
      ),
    },
    {
      name: 'it may set every attribute of a queue, of which the policy is one',
      attack: [runsAs('Encode', 'Role'), may('Role', 'sqs:SetQueueAttributes', 'Jobs')],
      template: resources(
        aResource('Jobs', 'AWS::SQS::Queue'),
        encode,
        aRole('Role', [allow("'sqs:*'", '!GetAtt Jobs.Arn')]),
      ),
    },
    {
      name: 'it may hand the use of the key on',
      attack: [runsAs('Encode', 'Role'), may('Role', 'kms:CreateGrant', 'Key')],
      template: resources(key, encode, aRole('Role', [allow('kms:CreateGrant', '!GetAtt Key.Arn')])),
    },
  ],
  passes: [
    {
      name: 'it may read and write objects',
      template: resources(
        films,
        encode,
        aRole('Role', [allow('[s3:GetObject, s3:PutObject]', "!Sub '${Films.Arn}/*'")]),
      ),
    },
    {
      name: 'grants are for services only',
      attack: [runsAs('Encode', 'Role'), may('Role', 'kms:CreateGrant', 'Key')],
      template: resources(
        key,
        encode,
        aRole('Role', [allow('kms:CreateGrant', '!GetAtt Key.Arn', "{ Bool: { kms:GrantIsForAWSResource: 'true' } }")]),
      ),
    },
    {
      name: 'a role that no function runs as sets up the bucket',
      template: resources(
        films,
        aRole('Deploy', [allow('s3:PutBucketPolicy', '!GetAtt Films.Arn')], 'cloudformation.amazonaws.com'),
      ),
    },
  ],
});
