import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may, runsAs } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/role-opens-store';

const filmsPiece = aResource('Films', 'AWS::S3::Bucket');
const encodePiece = aFunction('Encode', 'Role');
const key = aResource(
  'Key',
  'AWS::KMS::Key',
  "KeyPolicy: { Statement: { Effect: Allow, Action: 'kms:*', Resource: '*', Principal: { AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } } }",
);

const called = { Role: 'EncodeServiceRole' };

export default attackExamples(rule, {
  attack: [runsAs('Encode', 'Role'), may('Role', 's3:PutBucketPolicy', 'Films')],
  fails: [
    {
      name: 'the function may do everything to the bucket',
      called,
      at: ['EncodeServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const films = new s3.Bucket(stack, 'Films');
        const encode = new lambda.Function(stack, 'Encode', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        encode.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['s3:*'], resources: [films.bucketArn, films.arnForObjects('*')] }),
        );
      },
    },
    {
      name: 'it may write the policy of the bucket',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/1'],
      template: resources(
        filmsPiece,
        encodePiece,
        aRole('Role', [allow('[s3:GetBucketPolicy, s3:PutBucketPolicy]', '!GetAtt Films.Arn')]),
      ),
    },
    {
      name: 'it may set every attribute of a queue, of which the policy is one',
      attack: [runsAs('Encode', 'Role'), may('Role', 'sqs:SetQueueAttributes', 'Jobs')],
      template: resources(
        aResource('Jobs', 'AWS::SQS::Queue'),
        encodePiece,
        aRole('Role', [allow("'sqs:*'", '!GetAtt Jobs.Arn')]),
      ),
    },
    {
      name: 'it may hand the use of the key on',
      attack: [runsAs('Encode', 'Role'), may('Role', 'kms:CreateGrant', 'Key')],
      template: resources(key, encodePiece, aRole('Role', [allow('kms:CreateGrant', '!GetAtt Key.Arn')])),
    },
  ],
  passes: [
    {
      name: 'our bucket grants to read and write',
      called,
      template: (stack) => {
        const films = new SecureBucket(stack, 'Films');
        const encode = new SecureFunction(stack, 'Encode', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        films.grantReadWrite(encode);
      },
    },
    {
      name: 'it may read and write objects',
      template: resources(
        filmsPiece,
        encodePiece,
        aRole('Role', [allow('[s3:GetObject, s3:PutObject]', "!Sub '${Films.Arn}/*'")]),
      ),
    },
    {
      name: 'grants are for services only',
      attack: [runsAs('Encode', 'Role'), may('Role', 'kms:CreateGrant', 'Key')],
      template: resources(
        key,
        encodePiece,
        aRole('Role', [allow('kms:CreateGrant', '!GetAtt Key.Arn', "{ Bool: { kms:GrantIsForAWSResource: 'true' } }")]),
      ),
    },
    {
      name: 'a role that no function runs as sets up the bucket',
      template: resources(
        filmsPiece,
        aRole('Deploy', [allow('s3:PutBucketPolicy', '!GetAtt Films.Arn')], 'cloudformation.amazonaws.com'),
      ),
    },
  ],
});
