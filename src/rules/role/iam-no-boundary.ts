import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'iam-no-boundary',
  severity: 'low',
  strict: true,
  title: 'the role has no permissions boundary, and others have',
  why: 'Where a boundary limits what roles can ever do, one role without it is the way around.',
  serviceDefault:
    'A role has no boundary unless `PermissionsBoundary` names one (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).',
  fix: 'set `PermissionsBoundary`: `PermissionsBoundary.of(app).apply(…)`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-269'] },
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    demand(
      role.read('PermissionsBoundary'),
      (boundary) =>
        !boundary.isAbsent || app.ofType('AWS::IAM::Role').every((other) => other.read('PermissionsBoundary').isAbsent),
      'the boundary that other roles have',
    ),
});
