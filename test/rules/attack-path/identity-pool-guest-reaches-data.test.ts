import * as identitypool from 'aws-cdk-lib/aws-cognito-identitypool';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { allow, aResource, resources } from './pieces';
import { attackExamples, holds, may } from './play';
import { aPoolRole } from './pool-role';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/attack-path/identity-pool-guest-reaches-data';

const poolPiece = aResource('Pool', 'AWS::Cognito::IdentityPool', 'AllowUnauthenticatedIdentities: true');
const attachment = aResource(
  'Roles',
  'AWS::Cognito::IdentityPoolRoleAttachment',
  'IdentityPoolId: !Ref Pool',
  'Roles: { unauthenticated: !GetAtt Guest.Arn }',
);
const uploadsPiece = aResource('Uploads', 'AWS::S3::Bucket');
const hasGuests = holds('the pool gives its role to guests', ['Pool', 'Guest', 'Roles'], (_, find) => {
  const role = find('Roles').read('Roles.unauthenticated').target;
  return find('Pool').read('AllowUnauthenticatedIdentities').isTrue && role === find('Guest');
});

const called = { Guest: 'PoolUnauthenticatedRole', Roles: 'PoolDefaultRoleAttachment' };

export default attackExamples(rule, {
  attack: [hasGuests, may('Guest', 's3:PutObject', 'Uploads', { below: '/theirs' })],
  fails: [
    {
      name: 'the L2 lets guests write to the bucket',
      called,
      at: [
        'PoolUnauthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/0',
        'PoolUnauthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/2',
        'PoolUnauthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/3',
        'PoolUnauthenticatedRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/4',
      ],
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const pool = new identitypool.IdentityPool(stack, 'Pool', { allowUnauthenticatedIdentities: true });
        uploads.grantReadWrite(pool.unauthenticatedRole);
      },
    },
    {
      name: 'guests may write to the bucket',
      at: ['Guest/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        poolPiece,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow("'s3:*Object'", "!Sub '${Uploads.Arn}/*'")]),
        uploadsPiece,
      ),
    },
    {
      name: 'guests may call a function past the API',
      attack: [hasGuests, may('Guest', 'lambda:InvokeFunction', 'Orders')],
      template: resources(
        poolPiece,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('lambda:InvokeFunction', '!GetAtt Orders.Arn')]),
        aResource('Orders', 'AWS::Lambda::Function'),
      ),
    },
  ],
  passes: [
    {
      name: 'the L2 lets no guests in, and users write below their name',
      called,
      template: (stack) => {
        const uploads = new SecureBucket(stack, 'Uploads');
        const pool = new identitypool.IdentityPool(stack, 'Pool');
        uploads.grantPut(pool.authenticatedRole, '${cognito-identity.amazonaws.com:sub}/*');
      },
    },
    {
      name: 'the pool has no guests',
      template: resources(
        poolPiece.replace('true', 'false'),
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('s3:PutObject', "!Sub '${Uploads.Arn}/*'")]),
        uploadsPiece,
      ),
    },
    {
      name: 'guests may send the events of their browser only',
      template: resources(
        poolPiece,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('rum:PutRumEvents', "'*'")]),
        uploadsPiece,
      ),
    },
    {
      name: 'the session policy of Cognito keeps guests from the service',
      attack: [
        hasGuests,
        holds('the classic flow is on', ['Pool'], (_, find) => find('Pool').read('AllowClassicFlow').isTrue),
      ],
      template: resources(
        poolPiece,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('states:StartExecution', "'*'")]),
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the guests is not part of the application',
      at: ['Roles/Properties/Roles/unauthenticated'],
      template: resources(poolPiece, attachment.replace('!GetAtt Guest.Arn', '!ImportValue GuestRole')),
    },
  ],
});
