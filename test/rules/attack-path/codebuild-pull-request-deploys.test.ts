import { attackExamples, holds, may } from './play';
import rule from '../../../src/rules/attack-path/codebuild-pull-request-deploys';

function project(triggers: string, actions = 'lambda:UpdateFunctionCode'): string {
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
  const asksWho = filters.some((filter) => filter.read('Type').is('ACTOR_ACCOUNT_ID'));
  const isOfPushes = filters.length > 0 && filters.every((filter) => filter.read('Pattern').is('PUSH'));
  const waits = !triggers.read('PullRequestBuildPolicy.RequiresCommentApproval').is('DISABLED');
  return triggers.read('Webhook').isTrue && !waits && !asksWho && !isOfPushes;
});
const at = ['Build/Properties/Triggers/PullRequestBuildPolicy/RequiresCommentApproval'];

export default attackExamples(rule, {
  attack: [builds, may('Role', 'lambda:UpdateFunctionCode', 'Checkout')],
  fails: [
    { name: 'every event is built', at, template: project(disabled) },
    { name: 'pull requests are built like pushes', at, template: project(groups()) },
  ],
  passes: [
    { name: 'nothing is said, and the service waits for a comment', template: project('BuildType: BUILD') },
    {
      name: 'only known people are built',
      template: project(groups("- { Type: ACTOR_ACCOUNT_ID, Pattern: '^583231$' }")),
    },
    {
      name: 'only pushes are built',
      template: project(groups().replace('PUSH, PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED', 'PUSH')),
    },
    { name: 'the build of a pull request changes nothing', template: project(disabled, 'lambda:GetFunction') },
  ],
  unknown: [
    {
      name: 'the role is not part of the template',
      at: ['Build/Properties/ServiceRole'],
      template: project(disabled).replace('ServiceRole: !GetAtt Role.Arn', "ServiceRole: !ImportValue 'build-role'"),
    },
  ],
});
