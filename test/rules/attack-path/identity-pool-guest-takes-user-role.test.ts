import { aResource, resources } from './pieces';
import { attackExamples, holds } from './play';
import type { Step } from './play';
import { aPoolRole } from './pool-role';
import { arnOf, evaluate, PolicyDocument } from '../../../src/iam';
import rule from '../../../src/rules/attack-path/identity-pool-guest-takes-user-role';

const pool = aResource(
  'Pool',
  'AWS::Cognito::IdentityPool',
  'AllowUnauthenticatedIdentities: true',
  'AllowClassicFlow: true',
);
const attachment = aResource(
  'Roles',
  'AWS::Cognito::IdentityPoolRoleAttachment',
  'IdentityPoolId: !Ref Pool',
  'Roles: { authenticated: !GetAtt User.Arn }',
);
const getsToken = holds('a guest gets a token that STS takes', ['Pool'], (_, find) =>
  ['AllowUnauthenticatedIdentities', 'AllowClassicFlow'].every((name) => find('Pool').read(name).isTrue),
);
const takesRole: Step = {
  told: 'a guest assumes User with the token',
  decide: (app) => {
    const role = app.resources.find(({ logicalId }) => logicalId === 'User')!;
    const trust = PolicyDocument.of(role.read('AssumeRolePolicyDocument').resolved);
    const principal = { kind: 'federated', provider: 'cognito-identity.amazonaws.com' } as const;
    const context = {
      'cognito-identity.amazonaws.com:aud': '${Pool}',
      'cognito-identity.amazonaws.com:amr': ['unauthenticated'],
    };
    const request = { principal, action: 'sts:AssumeRoleWithWebIdentity', resource: arnOf(role), context };
    return evaluate(request, { resource: [{ name: 'the trust policy', document: trust }] });
  },
};

export default attackExamples(rule, {
  attack: [getsToken, takesRole],
  fails: [
    {
      name: 'the trust policy does not ask whether somebody is signed in',
      at: ['User/Properties/AssumeRolePolicyDocument'],
      template: resources(pool, attachment, aPoolRole('User', undefined, [])),
    },
  ],
  passes: [
    {
      name: 'the trust policy asks for users',
      template: resources(pool, attachment, aPoolRole('User', 'authenticated', [])),
    },
    {
      name: 'the enhanced flow picks the role itself',
      template: resources(pool.replace(/\n.*AllowClassicFlow.*/, ''), attachment, aPoolRole('User', undefined, [])),
    },
    {
      name: 'the pool has no guests',
      template: resources(pool.replace('true', 'false'), attachment, aPoolRole('User', undefined, [])),
    },
  ],
});
