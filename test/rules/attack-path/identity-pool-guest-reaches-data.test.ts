import { allow, aResource, resources } from './pieces';
import { attackExamples, holds, may } from './play';
import { aPoolRole } from './pool-role';
import rule from '../../../src/rules/attack-path/identity-pool-guest-reaches-data';

const pool = aResource('Pool', 'AWS::Cognito::IdentityPool', 'AllowUnauthenticatedIdentities: true');
const attachment = aResource(
  'Roles',
  'AWS::Cognito::IdentityPoolRoleAttachment',
  'IdentityPoolId: !Ref Pool',
  'Roles: { unauthenticated: !GetAtt Guest.Arn }',
);
const uploads = aResource('Uploads', 'AWS::S3::Bucket');
const hasGuests = holds('the pool gives its role to guests', ['Pool', 'Guest', 'Roles'], (_, find) => {
  const role = find('Roles').read('Roles.unauthenticated').target;
  return find('Pool').read('AllowUnauthenticatedIdentities').isTrue && role === find('Guest');
});

export default attackExamples(rule, {
  attack: [hasGuests, may('Guest', 's3:PutObject', 'Uploads', { below: '/theirs' })],
  fails: [
    {
      name: 'guests may write to the bucket',
      at: ['Guest/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        pool,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow("'s3:*Object'", "!Sub '${Uploads.Arn}/*'")]),
        uploads,
      ),
    },
    {
      name: 'guests may call a function past the API',
      attack: [hasGuests, may('Guest', 'lambda:InvokeFunction', 'Orders')],
      template: resources(
        pool,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('lambda:InvokeFunction', '!GetAtt Orders.Arn')]),
        aResource('Orders', 'AWS::Lambda::Function'),
      ),
    },
  ],
  passes: [
    {
      name: 'the pool has no guests',
      template: resources(
        pool.replace('true', 'false'),
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('s3:PutObject', "!Sub '${Uploads.Arn}/*'")]),
        uploads,
      ),
    },
    {
      name: 'guests may send the events of their browser only',
      template: resources(
        pool,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('rum:PutRumEvents', "'*'")]),
        uploads,
      ),
    },
    {
      name: 'the session policy of Cognito keeps guests from the service',
      attack: [
        hasGuests,
        holds('the classic flow is on', ['Pool'], (_, find) => find('Pool').read('AllowClassicFlow').isTrue),
      ],
      template: resources(
        pool,
        attachment,
        aPoolRole('Guest', 'unauthenticated', [allow('states:StartExecution', "'*'")]),
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the guests is not part of the application',
      at: ['Roles/Properties/Roles/unauthenticated'],
      template: resources(pool, attachment.replace('!GetAtt Guest.Arn', '!ImportValue GuestRole')),
    },
  ],
});
