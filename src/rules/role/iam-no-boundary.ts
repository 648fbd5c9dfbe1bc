import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';

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
  check: (role) =>
    demand(
      role.read('PermissionsBoundary'),
      (boundary) => !boundary.isAbsent || !role.template.resources.some(hasBoundary),
      'the boundary that other roles have',
    ),
});
