import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, holds, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/role-writes-function-code';

const artifacts = aResource('Artifacts', 'AWS::S3::Bucket');
const uploader = aFunction('Uploader', 'Role');
const payments = aFunction('Payments', 'Other', 'Code: { S3Bucket: !Ref Artifacts, S3Key: payments.zip }');
const overwrites = may('Role', 's3:PutObject', 'Artifacts', { below: '/payments.zip' });
const isDeployedFrom = holds('the code of Payments comes from the bucket', ['Payments', 'Artifacts'], (_, find) =>
  find('Payments').read('Code.S3Bucket').targets.includes(find('Artifacts')),
);

export default attackExamples(rule, {
  attack: [runsAs('Uploader', 'Role'), overwrites, isDeployedFrom],
  fails: [
    {
      name: 'it may write to all of the bucket that another function is deployed from',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        artifacts,
        uploader,
        aRole('Role', [allow('s3:PutObject', "!Sub '${Artifacts.Arn}/*'")]),
        payments,
        aRole('Other', []),
      ),
    },
    {
      name: 'it may write over a layer',
      attack: [runsAs('Uploader', 'Role'), may('Role', 's3:PutObject', 'Artifacts', { below: '/layers/common.zip' })],
      template: resources(
        artifacts,
        uploader,
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
      name: 'it writes to a prefix where no code lies',
      template: resources(
        artifacts,
        uploader,
        aRole('Role', [allow('s3:PutObject', "!Sub '${Artifacts.Arn}/uploads/*'")]),
        payments,
        aRole('Other', []),
      ),
    },
    {
      name: 'it only reads there',
      template: resources(
        artifacts,
        uploader,
        aRole('Role', [allow('s3:GetObject', "!Sub '${Artifacts.Arn}/*'")]),
        payments,
        aRole('Other', []),
      ),
    },
    {
      name: 'the function is deployed from another bucket than it writes to',
      template: resources(
        artifacts,
        aResource('Films', 'AWS::S3::Bucket'),
        uploader,
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
        artifacts,
        uploader,
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
