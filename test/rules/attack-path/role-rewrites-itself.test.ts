import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/attack-path/role-rewrites-itself';

function aPolicy(...statements: readonly string[]): string {
  return aResource(
    'Policy',
    'AWS::IAM::Policy',
    'PolicyName: tenants',
    'Roles: [!Ref Role]',
    `PolicyDocument: { Version: '2012-10-17', Statement: [${statements.join(', ')}] }`,
  );
}

const action = 'Policy/Properties/PolicyDocument/Statement/0/Action';

export default attackExamples(rule, {
  attack: [may('Role', 'iam:PutRolePolicy', 'Role')],
  fails: [
    {
      name: 'its own name begins like those that it may change',
      at: ['RoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const role = new iam.Role(stack, 'Role', {
          roleName: 'shop-tenants',
          assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
        });
        const roles = stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: 'shop-*' });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['iam:PutRolePolicy'], resources: [roles] }));
        new lambda.Function(stack, 'Tenants', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          role,
        });
      },
    },
    {
      name: 'its own name is one of those that a pattern covers',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [may('Role', 'iam:UpdateAssumeRolePolicy', 'Role')],
      template: aRole('Role', [
        allow('iam:UpdateAssumeRolePolicy', "!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/tenant-*'"),
      ]).replace('Properties:', 'Properties:\n    RoleName: tenant-admin'),
    },
    {
      name: 'it may write policies into itself',
      at: [action],
      template: resources(aRole('Role', []), aPolicy(allow('iam:PutRolePolicy', '!GetAtt Role.Arn'))),
    },
    {
      name: 'it may write another version of the policy that it has',
      at: [action],
      attack: [may('Role', 'iam:CreatePolicyVersion', 'Shared')],
      template: resources(
        aRole('Role', []).replace('Properties:', 'Properties:\n    ManagedPolicyArns: [!Ref Shared]'),
        aResource(
          'Shared',
          'AWS::IAM::ManagedPolicy',
          `PolicyDocument: { Statement: ${allow('s3:ListBucket', "'*'")} }`,
        ),
        aPolicy(allow('iam:CreatePolicyVersion', '!Ref Shared')),
      ),
    },
  ],
  passes: [
    {
      name: 'its own name begins otherwise',
      template: (stack) => {
        const role = new ScopedRole(stack, 'Role', { roleName: 'shop-tenants' });
        const roles = stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: 'tenant-*' });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['iam:PutRolePolicy'], resources: [roles] }));
        new SecureFunction(stack, 'Tenants', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          role,
        });
      },
    },
    {
      name: 'it writes policies into the roles of tenants',
      template: resources(
        aRole('Role', []).replace('Properties:', 'Properties:\n    RoleName: admin'),
        aPolicy(allow('iam:PutRolePolicy', "!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/tenant-*'")),
      ),
    },
    {
      name: 'a deny keeps it from itself',
      template: resources(
        aRole('Role', []),
        aPolicy(allow("'iam:*'", '!GetAtt Role.Arn'), "{ Effect: Deny, Action: 'iam:*', Resource: !GetAtt Role.Arn }"),
      ),
    },
  ],
  unknown: [
    {
      name: 'a boundary is not part of the application',
      at: [action],
      template: resources(
        aRole('Role', []).replace(
          'Properties:',
          'Properties:\n    PermissionsBoundary: arn:aws:iam::111122223333:policy/team',
        ),
        aPolicy(allow('iam:PutRolePolicy', '!GetAtt Role.Arn')),
      ),
    },
  ],
});
