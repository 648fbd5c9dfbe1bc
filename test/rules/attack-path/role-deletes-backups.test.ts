import { aws_dynamodb as dynamodb, aws_lambda as lambda } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/role-deletes-backups';

function app(statements: string, vault = ''): string {
  return `
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders
      ${vault}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: orders
          PolicyDocument:
            Statement:
${statements}
  Clean:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;
}

const everyItem = '              - { Effect: Allow, Action: dynamodb:DeleteItem, Resource: !GetAtt Orders.Arn }';
const everyPoint = `${everyItem}\n              - { Effect: Allow, Action: 'backup:Delete*', Resource: '*' }`;
const isOpen = holds(
  'the vault is not locked',
  ['Vault'],
  (_, find) => find('Vault').read('LockConfiguration').isAbsent,
);
const point = 'arn:aws:backup:eu-west-1:${AWS::AccountId}:recovery-point:1';
const vault = 'arn:aws:backup:eu-west-1:${AWS::AccountId}:backup-vault:orders';

const called = { Role: 'CleanServiceRole' };

export default attackExamples(rule, {
  attack: [
    runsAs('Clean', 'Role'),
    isOpen,
    may('Role', 'backup:DeleteRecoveryPoint', point),
    may('Role', 'dynamodb:DeleteItem', 'Orders'),
  ],
  fails: [
    {
      name: 'the L2 grants items, and a statement the recovery points',
      called,
      at: ['CleanServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/2/Action'],
      template: (stack) => {
        const orders = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        new backup.BackupVault(stack, 'Vault');
        const clean = new lambda.Function(stack, 'Clean', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.grantReadWriteData(clean);
        clean.addToRolePolicy(new iam.PolicyStatement({ actions: ['backup:Delete*'], resources: ['*'] }));
      },
    },
    {
      name: 'a function that deletes items may delete recovery points too',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/1/Action'],
      template: app(everyPoint),
    },
    {
      name: 'the vault is locked, and the function may take the lock off',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/1/Action'],
      attack: [
        runsAs('Clean', 'Role'),
        may('Role', 'backup:DeleteBackupVaultLockConfiguration', vault),
        may('Role', 'backup:DeleteRecoveryPoint', point),
        may('Role', 'dynamodb:DeleteItem', 'Orders'),
      ],
      template: app(everyPoint, 'LockConfiguration: { MinRetentionDays: 30 }'),
    },
    {
      name: 'a function may do everything with the table, and turn its recovery off',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [
        may('Role', 'dynamodb:UpdateContinuousBackups', 'Orders'),
        may('Role', 'dynamodb:DeleteTable', 'Orders'),
      ],
      template: app("              - { Effect: Allow, Action: 'dynamodb:*', Resource: !GetAtt Orders.Arn }"),
    },
  ],
  passes: [
    {
      name: 'our function is granted items only',
      called,
      template: (stack) => {
        const orders = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        new backup.BackupVault(stack, 'Vault');
        const clean = new SecureFunction(stack, 'Clean', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.grantReadWriteData(clean);
      },
    },
    {
      name: 'the vault is locked for good',
      template: app(everyPoint, 'LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3 }'),
    },
    {
      name: 'the vault is locked, and the function may not take the lock off',
      template: app(
        everyPoint.replace('backup:Delete*', 'backup:DeleteRecoveryPoint'),
        'LockConfiguration: { MinRetentionDays: 30 }',
      ),
    },
    { name: 'the function deletes items only', template: app(everyItem) },
    {
      name: 'the L2 grants to read and write',
      template: (stack) => {
        const clean = new lambda.Function(stack, 'Clean', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
        new dynamodb.Table(stack, 'Orders', { partitionKey }).grantReadWriteData(clean);
      },
    },
  ],
});
