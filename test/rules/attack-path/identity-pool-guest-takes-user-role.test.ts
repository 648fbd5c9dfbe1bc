import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import { aResource, resources } from './pieces';
import { attackExamples, holds } from './play';
import type { Step } from './play';
import { aPoolRole } from './pool-role';
import { arnOf, evaluate, PolicyDocument } from '../../../src/iam';
import rule from '../../../src/rules/attack-path/identity-pool-guest-takes-user-role';

const poolPiece = aResource(
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
  decide: (_, all) => {
    const role = all.get('User')!;
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
      name: 'the role asks for the pool, and not whether somebody is signed in',
      at: ['User/Properties/AssumeRolePolicyDocument'],
      template: (stack) => {
        const pool = new cognito.CfnIdentityPool(stack, 'Pool', {
          allowUnauthenticatedIdentities: true,
          allowClassicFlow: true,
        });
        const user = new iam.Role(stack, 'User', {
          assumedBy: new iam.WebIdentityPrincipal('cognito-identity.amazonaws.com', {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': pool.ref },
          }),
        });
        new cognito.CfnIdentityPoolRoleAttachment(stack, 'Roles', {
          identityPoolId: pool.ref,
          roles: { authenticated: user.roleArn },
        });
      },
    },
    {
      name: 'the trust policy does not ask whether somebody is signed in',
      at: ['User/Properties/AssumeRolePolicyDocument'],
      template: resources(poolPiece, attachment, aPoolRole('User', undefined, [])),
    },
  ],
  passes: [
    {
      name: 'the role asks for both',
      template: (stack) => {
        const pool = new cognito.CfnIdentityPool(stack, 'Pool', {
          allowUnauthenticatedIdentities: true,
          allowClassicFlow: true,
        });
        const user = new iam.Role(stack, 'User', {
          assumedBy: new iam.WebIdentityPrincipal('cognito-identity.amazonaws.com', {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': pool.ref },
            'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
          }),
        });
        new cognito.CfnIdentityPoolRoleAttachment(stack, 'Roles', {
          identityPoolId: pool.ref,
          roles: { authenticated: user.roleArn },
        });
      },
    },
    {
      name: 'the trust policy asks for users',
      template: resources(poolPiece, attachment, aPoolRole('User', 'authenticated', [])),
    },
    {
      name: 'the enhanced flow picks the role itself',
      template: resources(
        poolPiece.replace(/\n.*AllowClassicFlow.*/, ''),
        attachment,
        aPoolRole('User', undefined, []),
      ),
    },
    {
      name: 'the pool has no guests',
      template: resources(poolPiece.replace('true', 'false'), attachment, aPoolRole('User', undefined, [])),
    },
  ],
});
