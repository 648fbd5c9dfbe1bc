import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { deployingActions } from './reading/deployment-power';
import { worstOf } from './reading/harm';
import { pathOf } from './reading/path';
import { buildsPullRequests } from './reading/webhook-filters';

export default defineRule({
  id: 'codebuild-pull-request-deploys',
  severity: 'high',
  title: 'a pull request of a stranger is built with the rights to deploy',
  why:
    'Somebody forks the repository, changes the buildspec or a test, and opens a pull request; CodeBuild builds it at once, with the role of the project. ' +
    'Their commands change the code of functions, or make roles, before anybody has read them.',
  serviceDefault:
    'In a new project builds of pull requests wait for the comment of somebody who is trusted, unless `RequiresCommentApproval` is `DISABLED` (https://docs.aws.amazon.com/codebuild/latest/userguide/pull-request-build-policy.html). AWS recommends against building them by themselves (https://aws.amazon.com/blogs/security/implementing-defense-in-depth-security-for-aws-codebuild-pipelines/).',
  fix: 'remove `RequiresCommentApproval: DISABLED`, or build pull requests in a project whose role may change nothing',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-9'], cwe: ['CWE-829', 'CWE-250'] },
  notes:
    'Filters on `ACTOR_ACCOUNT_ID` with `^` and `$` around each number pass; `HEAD_REF` tells nothing about a fork, whose owner names its branches. Only roles that may change code, stacks or permissions, or assume others.',
  appliesTo: 'AWS::CodeBuild::Project',
  check: (project, app) => {
    const triggers = project.read('Triggers');
    const approval = triggers.read('PullRequestBuildPolicy.RequiresCommentApproval');
    if (!triggers.read('Webhook').isTrue || !buildsPullRequests(triggers.read('FilterGroups'))) return [];
    if (approval.isUnknown) return unknown(approval);
    if (!approval.is('DISABLED')) return [];
    const serviceRole = project.read('ServiceRole');
    const role = serviceRole.target;
    if (!role?.is('AWS::IAM::Role')) return unknown(serviceRole, 'the role is not part of the application');
    const worst = worstOf(role, app, deployingActions);
    if (worst === undefined) return [];
    if (worst === 'unknown') return unknown(serviceRole, 'what the role allows is not known');
    return fail(approval, { got: pathOf('a pull request', project, worst.told), wanted: '"ALL_PULL_REQUESTS"' });
  },
});
