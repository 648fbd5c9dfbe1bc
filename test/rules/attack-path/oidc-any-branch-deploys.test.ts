import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { attackExamples, holds, may } from './play';
import type { Step } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import { arnOf, evaluate } from '../../../src/iam';
import { resourcePolicies } from '../../../src/iam/resource-policies';
import rule from '../../../src/rules/attack-path/oidc-any-branch-deploys';

const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

function role(subject: string, { actions = "'lambda:*'", more = '' } = {}): string {
  return `
  Checkout:
    Type: AWS::Lambda::Function
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          Effect: Allow
          Principal: { Federated: ${provider} }
          Action: sts:AssumeRoleWithWebIdentity
          Condition:
            StringLike: { token.actions.githubusercontent.com:sub: '${subject}' }
            ${more}
      Policies:
        - PolicyName: deploy
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${actions}, Resource: !GetAtt Checkout.Arn }
`;
}

/** A workflow on a branch that nobody has reviewed asks for the role. */
function workflowMayAssume(branch: string): Step {
  return holds(`a workflow on branch ${branch} may assume Deploy`, ['Deploy'], (_, find) => {
    const claims = {
      sub: `repo:octo-org/shop:ref:refs/heads/${branch}`,
      ref: `refs/heads/${branch}`,
      actor_id: '7654321',
    };
    const context = Object.entries(claims).map(([claim, value]) => [
      `token.actions.githubusercontent.com:${claim}`,
      value,
    ]);
    const request = {
      principal: { kind: 'federated', provider } as const,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: arnOf(find('Deploy')),
      context: Object.fromEntries(context) as Record<string, string>,
    };
    return evaluate(request, { resource: resourcePolicies(find('Deploy')) }).decision === 'allowed';
  });
}

const at = ['Deploy/Properties/AssumeRolePolicyDocument/Statement/Condition'];

export default attackExamples(rule, {
  attack: [workflowMayAssume('evil'), may('Deploy', 'lambda:UpdateFunctionCode', 'Checkout')],
  fails: [
    {
      name: 'the role asks for the repository only',
      at: ['Deploy/Properties/AssumeRolePolicyDocument/Statement/0/Condition'],
      template: (stack) => {
        const checkout = new lambda.Function(stack, 'Checkout', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const arn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
        const github = iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'GitHub', arn);
        const deploy = new iam.Role(stack, 'Deploy', {
          assumedBy: new iam.OpenIdConnectPrincipal(github, {
            StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:octo-org/shop:*' },
          }),
        });
        deploy.addToPolicy(
          new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: [checkout.functionArn] }),
        );
      },
    },
    { name: 'every branch of the repository may change a function', at, template: role('repo:octo-org/shop:*') },
    {
      name: 'every branch may change the stack',
      at,
      attack: [
        workflowMayAssume('evil'),
        may('Deploy', 'cloudformation:UpdateStack', 'arn:aws:cloudformation:eu-west-1:${AWS::AccountId}:stack/shop/1'),
      ],
      template: role('repo:octo-org/shop:ref:refs/heads/*', { actions: "'*'" }).replace('!GetAtt Checkout.Arn', "'*'"),
    },
  ],
  passes: [
    {
      name: 'the role asks for the environment',
      template: (stack) => {
        const checkout = new SecureFunction(stack, 'Checkout', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const arn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
        const github = iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'GitHub', arn);
        const deploy = new iam.Role(stack, 'Deploy', {
          assumedBy: new iam.OpenIdConnectPrincipal(github, {
            StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:octo-org/shop:environment:production' },
          }),
        });
        deploy.addToPolicy(
          new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: [checkout.functionArn] }),
        );
      },
    },
    { name: 'the main branch may', template: role('repo:octo-org/shop:ref:refs/heads/main') },
    { name: 'an environment may', template: role('repo:octo-org/shop:environment:production') },
    {
      name: 'another condition asks for the branch',
      template: role('repo:octo-org/shop:*', {
        more: "StringEquals: { token.actions.githubusercontent.com:ref: 'refs/heads/main' }",
      }),
    },
    {
      name: 'another condition asks who started the workflow',
      template: role('repo:octo-org/shop:*', {
        more: "StringEquals: { token.actions.githubusercontent.com:actor_id: '1234567' }",
      }),
    },
    { name: 'every branch may look', template: role('repo:octo-org/shop:*', { actions: 'lambda:GetFunction' }) },
  ],
});
