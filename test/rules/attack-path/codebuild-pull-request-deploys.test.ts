import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { attackExamples, holds, may } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/codebuild-pull-request-deploys';

function aProject(triggers: string, actions = 'lambda:UpdateFunctionCode'): string {
  return `
  Checkout:
    Type: AWS::Lambda::Function
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: deploy
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${actions}, Resource: !GetAtt Checkout.Arn }
  Build:
    Type: AWS::CodeBuild::Project
    Properties:
      ServiceRole: !GetAtt Role.Arn
      Source: { Type: GITHUB, Location: https://github.com/octo-org/shop.git }
      Triggers:
        Webhook: true
        ${triggers}
`;
}

const disabled = 'PullRequestBuildPolicy: { RequiresCommentApproval: DISABLED }';
const groups = (more = '') => `${disabled}
        FilterGroups:
          - - { Type: EVENT, Pattern: 'PUSH, PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED' }
            ${more}`;
const builds = holds('a pull request is built before anybody has read it', ['Build'], (_, find) => {
  const triggers = find('Build').read('Triggers');
  const filters = triggers.read('FilterGroups').items.flatMap((group) => group.items);
  const asksWho = filters.some(
    (filter) => filter.read('Type').is('ACTOR_ACCOUNT_ID') && /^\^.*\$$/.test(filter.read('Pattern').text ?? ''),
  );
  const isOfPushes = filters.length > 0 && filters.every((filter) => filter.read('Pattern').is('PUSH'));
  const waits = !triggers.read('PullRequestBuildPolicy.RequiresCommentApproval').is('DISABLED');
  return triggers.read('Webhook').isTrue && !waits && !asksWho && !isOfPushes;
});
const at = ['Build/Properties/Triggers/PullRequestBuildPolicy/RequiresCommentApproval'];

const called = { Role: 'BuildRole' };

export default attackExamples(rule, {
  attack: [builds, may('Role', 'lambda:UpdateFunctionCode', 'Checkout')],
  fails: [
    {
      name: 'the override builds every pull request at once',
      called,
      at: ['Build/Properties/Triggers/PullRequestBuildPolicy/RequiresCommentApproval'],
      template: (stack) => {
        const checkout = new lambda.Function(stack, 'Checkout', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const build = new codebuild.Project(stack, 'Build', {
          source: codebuild.Source.gitHub({ owner: 'octo-org', repo: 'shop', webhook: true }),
        });
        build.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: [checkout.functionArn] }),
        );
        const project = build.node.defaultChild as codebuild.CfnProject;
        project.addPropertyOverride('Triggers.PullRequestBuildPolicy.RequiresCommentApproval', 'DISABLED');
      },
    },
    { name: 'every event is built', at, template: aProject(disabled) },
    { name: 'pull requests are built like pushes', at, template: aProject(groups()) },
    {
      name: 'a fork has a branch of the name that is asked for',
      at,
      template: aProject(groups("- { Type: HEAD_REF, Pattern: '^refs/heads/main$' }")),
    },
    {
      name: 'the number of a stranger contains that of somebody known',
      at,
      template: aProject(groups("- { Type: ACTOR_ACCOUNT_ID, Pattern: '583231|^1234567$' }")),
    },
  ],
  passes: [
    {
      name: 'the L2 builds what was pushed to the main branch',
      called,
      template: (stack) => {
        const checkout = new SecureFunction(stack, 'Checkout', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const build = new codebuild.Project(stack, 'Build', {
          source: codebuild.Source.gitHub({
            owner: 'octo-org',
            repo: 'shop',
            webhookFilters: [codebuild.FilterGroup.inEventOf(codebuild.EventAction.PUSH).andBranchIs('main')],
          }),
        });
        build.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: [checkout.functionArn] }),
        );
      },
    },
    { name: 'nothing is said, and the service waits for a comment', template: aProject('BuildType: BUILD') },
    {
      name: 'only known people are built',
      template: aProject(groups("- { Type: ACTOR_ACCOUNT_ID, Pattern: '^(583231|1234567)$' }")),
    },
    {
      name: 'only pushes are built',
      template: aProject(groups().replace('PUSH, PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED', 'PUSH')),
    },
    { name: 'the build of a pull request changes nothing', template: aProject(disabled, 'lambda:GetFunction') },
  ],
  unknown: [
    {
      name: 'the role is not part of the template',
      at: ['Build/Properties/ServiceRole'],
      template: aProject(disabled).replace('ServiceRole: !GetAtt Role.Arn', "ServiceRole: !ImportValue 'build-role'"),
    },
  ],
});
