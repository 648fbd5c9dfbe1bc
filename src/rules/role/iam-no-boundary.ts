import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

function hasBoundary(resource: Resource): boolean {
  return resource.is('AWS::IAM::Role') && resource.exists && !resource.read('PermissionsBoundary').isAbsent;
}

export default defineRule({
  id: 'iam-no-boundary',
  severity: 'low',
  strict: true,
  title: 'the role has no permissions boundary, and others of its stack have',
  why: 'Where a boundary limits what roles can ever do, one role without it is the way around.',
  serviceDefault:
    'A role has no boundary unless `PermissionsBoundary` names one (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).',
  fix: 'set `PermissionsBoundary`: `PermissionsBoundary.of(app).apply(…)`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-269'] },
  appliesTo: 'AWS::IAM::Role',
  // Which one is for others to judge, and no deployment succeeds with a boundary that is none.
  check: (role) => {
    const boundary = role.read('PermissionsBoundary');
    return !boundary.isAbsent || !role.template.resources.some(hasBoundary)
      ? pass()
      : fail(boundary, { wanted: 'the boundary that other roles have' });
  },
});
