import { aws_lambda as lambda, aws_s3 as s3 } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/s3-versions-erasable';

function app(actions: string, bucket = 'VersioningConfiguration: { Status: Enabled }'): string {
  return `
  Invoices:
    Type: AWS::S3::Bucket
    Properties:
      ${bucket}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: bucket
          PolicyDocument:
            Statement:
              Effect: Allow
              Action: ${actions}
              Resource: [!GetAtt Invoices.Arn, !Sub '\${Invoices.Arn}/*']
  Archive:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;
}

const retained = (mode: string) => `VersioningConfiguration: { Status: Enabled }
      ObjectLockEnabled: true
      ObjectLockConfiguration:
        ObjectLockEnabled: Enabled
        Rule: { DefaultRetention: { Mode: ${mode}, Days: 30 } }`;

const overwrites = [runsAs('Archive', 'Role'), may('Role', 's3:PutObject', 'Invoices', { below: '/1.pdf' })];
const hasVersions = holds('the bucket keeps versions, and lets them go', ['Invoices'], (_, find) => {
  const invoices = find('Invoices');
  return invoices.read('VersioningConfiguration.Status').is('Enabled') && invoices.read('ObjectLockEnabled').isAbsent;
});

const called = { Role: 'ArchiveServiceRole' };

export default attackExamples(rule, {
  attack: [hasVersions, ...overwrites, may('Role', 's3:DeleteObjectVersion', 'Invoices', { below: '/1.pdf' })],
  fails: [
    {
      name: 'the function may do everything with the bucket of the L2',
      called,
      at: ['ArchiveServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const invoices = new s3.Bucket(stack, 'Invoices', { versioned: true });
        const archive = new lambda.Function(stack, 'Archive', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        archive.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['s3:*'], resources: [invoices.bucketArn, invoices.arnForObjects('*')] }),
        );
      },
    },
    {
      name: 'a function may do everything with a bucket that keeps versions',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/Action'],
      template: app("'s3:*'"),
    },
    {
      name: 'a function may overwrite, and turn versioning off',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/Action/1'],
      attack: [hasVersions, ...overwrites, may('Role', 's3:PutBucketVersioning', 'Invoices')],
      template: app('[s3:PutObject, s3:PutBucketVersioning]'),
    },
    {
      name: 'a function may bypass the retention',
      attack: [...overwrites, may('Role', 's3:BypassGovernanceRetention', 'Invoices', { below: '/1.pdf' })],
      template: app("'s3:*'", retained('GOVERNANCE')),
    },
  ],
  passes: [
    {
      name: 'our bucket grants to read and write',
      called,
      template: (stack) => {
        const invoices = new SecureBucket(stack, 'Invoices');
        const archive = new SecureFunction(stack, 'Archive', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        invoices.grantReadWrite(archive);
      },
    },
    { name: 'a function writes and hides', template: app('[s3:PutObject, s3:DeleteObject]') },
    {
      name: 'a function cleans up, and writes nothing',
      template: app('[s3:ListBucketVersions, s3:DeleteObjectVersion]'),
    },
    { name: 'nobody gets past the retention', template: app("'s3:*'", retained('COMPLIANCE')) },
    {
      name: 'the L2 grants to read and write',
      template: (stack) => {
        const archive = new lambda.Function(stack, 'Archive', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        new s3.Bucket(stack, 'Invoices', { versioned: true }).grantReadWrite(archive);
      },
    },
  ],
});
