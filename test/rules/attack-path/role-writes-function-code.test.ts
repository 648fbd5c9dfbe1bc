import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/role-writes-function-code';

const artifactsPiece = aResource('Artifacts', 'AWS::S3::Bucket');
const uploaderPiece = aFunction('Uploader', 'Role');
const payments = aFunction('Payments', 'Other', 'Code: { S3Bucket: !Ref Artifacts, S3Key: payments.zip }');
const overwrites = may('Role', 's3:PutObject', 'Artifacts', { below: '/payments.zip' });
const isDeployedFrom = holds('the code of Payments comes from the bucket', ['Payments', 'Artifacts'], (_, find) =>
  find('Payments').read('Code.S3Bucket').targets.includes(find('Artifacts')),
);

const called = { Role: 'UploaderServiceRole' };

export default attackExamples(rule, {
  attack: [runsAs('Uploader', 'Role'), overwrites, isDeployedFrom],
  fails: [
    {
      name: 'the function is granted all of the bucket that another one is deployed from',
      called,
      at: ['UploaderServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/0'],
      template: (stack) => {
        const artifacts = new s3.Bucket(stack, 'Artifacts');
        new lambda.Function(stack, 'Payments', {
          code: lambda.Code.fromBucket(artifacts, 'payments.zip'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const uploader = new lambda.Function(stack, 'Uploader', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        artifacts.grantPut(uploader);
      },
    },
    {
      name: 'it may write to all of the bucket that another function is deployed from',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        artifactsPiece,
        uploaderPiece,
        aRole('Role', [allow('s3:PutObject', "!Sub '${Artifacts.Arn}/*'")]),
        payments,
        aRole('Other', []),
      ),
    },
    {
      name: 'it may write over a layer',
      attack: [runsAs('Uploader', 'Role'), may('Role', 's3:PutObject', 'Artifacts', { below: '/layers/common.zip' })],
      template: resources(
        artifactsPiece,
        uploaderPiece,
        aRole('Role', [allow("'s3:*'", "[!GetAtt Artifacts.Arn, !Sub '${Artifacts.Arn}/*']")]),
        aResource(
          'Layer',
          'AWS::Lambda::LayerVersion',
          'Content: { S3Bucket: !Ref Artifacts, S3Key: layers/common.zip }',
        ),
      ),
    },
    {
      name: 'a pattern covers the bucket that the CDK deploys assets from',
      attack: [
        runsAs('Uploader', 'Role'),
        may(
          'Role',
          's3:PutObject',
          'arn:${AWS::Partition}:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}/1a2b.zip',
        ),
      ],
      template: resources(
        aFunction(
          'Uploader',
          'Role',
          "Code: { S3Bucket: !Sub 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}', S3Key: 1a2b.zip }",
        ),
        aRole('Role', [allow('s3:PutObject', "!Sub 'arn:${AWS::Partition}:s3:::cdk-*'")]),
      ),
    },
  ],
  passes: [
    {
      name: 'the function is granted a bucket of its own',
      called,
      template: (stack) => {
        const artifacts = new SecureBucket(stack, 'Artifacts');
        new SecureFunction(stack, 'Payments', {
          code: lambda.Code.fromBucket(artifacts, 'payments.zip'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const uploader = new SecureFunction(stack, 'Uploader', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const uploads = new SecureBucket(stack, 'Uploads');
        uploads.grantPut(uploader);
      },
    },
    {
      name: 'it writes to a prefix where no code lies',
      template: resources(
        artifactsPiece,
        uploaderPiece,
        aRole('Role', [allow('s3:PutObject', "!Sub '${Artifacts.Arn}/uploads/*'")]),
        payments,
        aRole('Other', []),
      ),
    },
    {
      name: 'it only reads there',
      template: resources(
        artifactsPiece,
        uploaderPiece,
        aRole('Role', [allow('s3:GetObject', "!Sub '${Artifacts.Arn}/*'")]),
        payments,
        aRole('Other', []),
      ),
    },
    {
      name: 'the function is deployed from another bucket than it writes to',
      template: resources(
        artifactsPiece,
        aResource('Films', 'AWS::S3::Bucket'),
        uploaderPiece,
        aRole('Role', [allow('s3:PutObject', "!Sub '${Films.Arn}/*'")]),
        payments,
        aRole('Other', []),
      ),
    },
  ],
  unknown: [
    {
      name: 'the boundary of the role is not part of the application',
      template: resources(
        artifactsPiece,
        uploaderPiece,
        aRole('Role', [allow('s3:PutObject', "!Sub '${Artifacts.Arn}/*'")]).replace(
          'Properties:',
          'Properties:\n    PermissionsBoundary: arn:aws:iam::111122223333:policy/team',
        ),
        payments,
        aRole('Other', []),
      ),
    },
  ],
});
