import { allow, aResource, resources } from './pieces';
import { attackExamples, holds, may } from './play';
import { aPoolRole } from './pool-role';
import rule from '../../../src/rules/attack-path/identity-pool-users-share-data';

const users = aResource('Users', 'AWS::Cognito::UserPool');
const pool = aResource(
  'Pool',
  'AWS::Cognito::IdentityPool',
  'AllowUnauthenticatedIdentities: false',
  'CognitoIdentityProviders: [{ ClientId: !Ref Client, ProviderName: !GetAtt Users.ProviderName }]',
);
const client = aResource('Client', 'AWS::Cognito::UserPoolClient', 'UserPoolId: !Ref Users');
const attachment = aResource(
  'Roles',
  'AWS::Cognito::IdentityPoolRoleAttachment',
  'IdentityPoolId: !Ref Pool',
  'Roles: { authenticated: !GetAtt User.Arn }',
);
const app = resources(pool, client, attachment);
const films = aResource('Films', 'AWS::S3::Bucket');
const orders = aResource('Orders', 'AWS::DynamoDB::Table');
const signsUp = holds(
  'anybody can sign up',
  ['Users'],
  (_, find) => !find('Users').read('AdminCreateUserConfig.AllowAdminCreateUserOnly').isTrue,
);
const readsOthers = may('User', 's3:GetObject', 'Films', { below: '/private/somebody-else/a.mp4' });

export default attackExamples(rule, {
  attack: [signsUp, readsOthers],
  fails: [
    {
      name: 'users may read and write every object',
      at: ['User/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        users,
        app,
        films,
        aPoolRole('User', 'authenticated', [allow("'s3:*Object'", "!Sub '${Films.Arn}/*'")]),
      ),
    },
    {
      name: 'users may change every item',
      attack: [signsUp, may('User', 'dynamodb:DeleteItem', 'Orders')],
      template: resources(
        users,
        app,
        orders,
        aPoolRole('User', 'authenticated', [allow("'dynamodb:*Item'", '!GetAtt Orders.Arn')]),
      ),
    },
  ],
  passes: [
    {
      name: 'each user has a prefix of its own',
      template: resources(
        users,
        app,
        films,
        aPoolRole('User', 'authenticated', [
          allow("'s3:*Object'", "!Sub '${Films.Arn}/private/${!cognito-identity.amazonaws.com:sub}/*'"),
        ]),
      ),
    },
    {
      name: 'each user has items of its own',
      attack: [
        signsUp,
        may('User', 'dynamodb:DeleteItem', 'Orders', { context: { 'dynamodb:LeadingKeys': ['somebody-else'] } }),
      ],
      template: resources(
        users,
        app,
        orders,
        aPoolRole('User', 'authenticated', [
          allow(
            "'dynamodb:*Item'",
            '!GetAtt Orders.Arn',
            "{ 'ForAllValues:StringEquals': { dynamodb:LeadingKeys: ['${cognito-identity.amazonaws.com:sub}'] } }",
          ),
        ]),
      ),
    },
    {
      name: 'an administrator makes every user',
      template: resources(
        `${users}\n  Properties:\n    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }`,
        app,
        films,
        aPoolRole('User', 'authenticated', [allow("'s3:*Object'", "!Sub '${Films.Arn}/*'")]),
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the users is not part of the application',
      at: ['Roles/Properties/Roles/authenticated'],
      template: resources(users, app.replace('!GetAtt User.Arn', '!ImportValue UserRole')),
    },
  ],
});
