import { aFunction, allow, aMethod, aResource, aRole, aUrl, resources } from './pieces';
import { asksNobody, attackExamples, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/public-entry-changes-permissions';

const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const signUp = aFunction('SignUp', 'Role');
const admin = aRole('Admin', [allow("'*'", "'*'")]);
const enters = [asksNobody('SignUpMethod'), runsAs('SignUp', 'Role')];

export default attackExamples(rule, {
  attack: [...enters, may('Role', 'iam:PutRolePolicy', 'Tenant')],
  fails: [
    {
      name: 'its role writes policies into the roles of tenants',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/1'],
      template: resources(
        api,
        aMethod('SignUp'),
        signUp,
        aRole('Role', [allow('[iam:GetRole, iam:PutRolePolicy]', '!GetAtt Tenant.Arn')]),
        aRole('Tenant', []),
      ),
    },
    {
      name: 'it may pass the role of an administrator to a function that it makes',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [
        asksNobody('SignUpUrl', 'AuthType'),
        runsAs('SignUp', 'Role'),
        may('Role', 'iam:PassRole', 'Admin'),
        may(
          'Role',
          'lambda:CreateFunction',
          'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:theirs',
        ),
      ],
      template: resources(
        aUrl('SignUp'),
        signUp,
        aRole('Role', [allow('iam:PassRole', '!GetAtt Admin.Arn'), allow('lambda:CreateFunction', "'*'")]),
        admin,
      ),
    },
  ],
  passes: [
    {
      name: 'an authorizer asks who is calling',
      template: resources(
        api,
        aMethod('SignUp', 'POST', 'AuthorizationType: COGNITO_USER_POOLS'),
        signUp,
        aRole('Role', [allow('iam:PutRolePolicy', '!GetAtt Tenant.Arn')]),
        aRole('Tenant', []),
      ),
    },
    {
      name: 'it passes a role to an execution, and starts nothing new',
      attack: [...enters, may('Role', 'iam:PassRole', 'Admin'), may('Role', 'lambda:CreateFunction', 'SignUp')],
      template: resources(
        api,
        aMethod('SignUp'),
        signUp,
        aRole('Role', [allow('iam:PassRole', '!GetAtt Admin.Arn')]),
        admin,
      ),
    },
    {
      name: 'a boundary keeps the role from it',
      template: resources(
        api,
        aMethod('SignUp'),
        signUp,
        aRole('Role', [allow('iam:PutRolePolicy', '!GetAtt Tenant.Arn')]).replace(
          'Properties:',
          'Properties:\n    PermissionsBoundary: !Ref Boundary',
        ),
        aRole('Tenant', []),
        aResource(
          'Boundary',
          'AWS::IAM::ManagedPolicy',
          `PolicyDocument: { Version: '2012-10-17', Statement: ${allow("'dynamodb:*'", "'*'")} }`,
        ),
      ),
    },
  ],
  unknown: [
    {
      name: 'a boundary is not part of the application',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        api,
        aMethod('SignUp'),
        signUp,
        aRole('Role', [allow('iam:PutRolePolicy', '!GetAtt Tenant.Arn')]).replace(
          'Properties:',
          'Properties:\n    PermissionsBoundary: arn:aws:iam::111122223333:policy/team',
        ),
        aRole('Tenant', []),
      ),
    },
  ],
});
