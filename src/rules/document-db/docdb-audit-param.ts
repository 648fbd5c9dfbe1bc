import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'docdb-audit-param',
  severity: 'medium',
  title: 'the cluster writes no audit log',
  why: 'Sign-ins that fail and users that are made leave no trace, also where the log is exported. After an incident nobody can tell who did what.',
  serviceDefault:
    'The parameter `audit_logs` is `disabled` unless it is set (https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html).',
  fix: 'set `Parameters.audit_logs: enabled`, or the events that matter (`ddl`, `dml_read`, `dml_write`, `all`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::DocDB::DBClusterParameterGroup',
  check: (group) =>
    demand(
      group.read('Parameters.audit_logs'),
      (audit) => !audit.isAbsent && !audit.is('disabled', 'none'),
      '"enabled" or "all"',
    ),
});
