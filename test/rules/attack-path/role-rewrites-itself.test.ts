import { allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may } from './play';
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
