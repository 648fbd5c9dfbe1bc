import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as identitypool from 'aws-cdk-lib/aws-cognito-identitypool';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { allow, aResource, resources } from './pieces';
import { attackExamples, holds, may } from './play';
import { aPoolRole } from './pool-role';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/attack-path/identity-pool-users-share-data';

const usersPiece = aResource('Users', 'AWS::Cognito::UserPool');
const poolPiece = aResource(
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
const app = resources(poolPiece, client, attachment);
const filmsPiece = aResource('Films', 'AWS::S3::Bucket');
const orders = aResource('Orders', 'AWS::DynamoDB::Table');
const signsUp = holds(
  'anybody can sign up',
  ['Users'],
  (_, find) => !find('Users').read('AdminCreateUserConfig.AllowAdminCreateUserOnly').isTrue,
);
const readsOthers = may('User', 's3:GetObject', 'Films', { below: '/private/somebody-else/a.mp4' });

const called = { User: 'PoolAuthenticatedRole', Roles: 'PoolDefaultRoleAttachment' };

export default attackExamples(rule, {
  attack: [signsUp, readsOthers],
  fails: [
    {
      name: 'the L2 grants users every object',
      called,
      at: [
        'PoolAuthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/0',
        'PoolAuthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/2',
        'PoolAuthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/3',
        'PoolAuthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/4',
      ],
      template: (stack) => {
        const films = new s3.Bucket(stack, 'Films');
        const userPool = new cognito.UserPool(stack, 'Users', { selfSignUpEnabled: true });
        const userPoolClient = userPool.addClient('App');
        const users = new identitypool.UserPoolAuthenticationProvider({ userPool, userPoolClient });
        const pool = new identitypool.IdentityPool(stack, 'Pool', {
          authenticationProviders: { userPools: [users] },
        });
        films.grantReadWrite(pool.authenticatedRole);
      },
    },
    {
      name: 'users may read and write every object',
      at: ['User/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        usersPiece,
        app,
        filmsPiece,
        aPoolRole('User', 'authenticated', [allow("'s3:*Object'", "!Sub '${Films.Arn}/*'")]),
      ),
    },
    {
      name: 'users may change every item',
      attack: [signsUp, may('User', 'dynamodb:DeleteItem', 'Orders')],
      template: resources(
        usersPiece,
        app,
        orders,
        aPoolRole('User', 'authenticated', [allow("'dynamodb:*Item'", '!GetAtt Orders.Arn')]),
      ),
    },
  ],
  passes: [
    {
      name: 'each user is granted a prefix',
      called,
      template: (stack) => {
        const films = new SecureBucket(stack, 'Films');
        const userPool = new cognito.UserPool(stack, 'Users', { selfSignUpEnabled: true });
        const userPoolClient = userPool.addClient('App');
        const users = new identitypool.UserPoolAuthenticationProvider({ userPool, userPoolClient });
        const pool = new identitypool.IdentityPool(stack, 'Pool', {
          authenticationProviders: { userPools: [users] },
        });
        pool.authenticatedRole.addToPrincipalPolicy(
          new iam.PolicyStatement({
            actions: ['s3:GetObject', 's3:PutObject'],
            resources: [films.arnForObjects('private/${cognito-identity.amazonaws.com:sub}/*')],
          }),
        );
      },
    },
    {
      name: 'each user has a prefix of its own',
      template: resources(
        usersPiece,
        app,
        filmsPiece,
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
        usersPiece,
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
        `${usersPiece}\n  Properties:\n    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }`,
        app,
        filmsPiece,
        aPoolRole('User', 'authenticated', [allow("'s3:*Object'", "!Sub '${Films.Arn}/*'")]),
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the users is not part of the application',
      at: ['Roles/Properties/Roles/authenticated'],
      template: resources(usersPiece, app.replace('!GetAtt User.Arn', '!ImportValue UserRole')),
    },
  ],
});
