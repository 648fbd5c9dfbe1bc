import { defineRule } from '../define-rule';
import { fail, isAnswered, pass, unknown } from '../results';

export default defineRule({
  id: 'docdb-logs',
  severity: 'medium',
  title: 'nobody outside of the cluster can read its audit log',
  why: 'Sign-ins that fail and users that are made stay in the cluster, where an intruder is. Nobody is alarmed, and nothing is left to look at.',
  serviceDefault:
    'A cluster exports no logs unless asked for (https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html).',
  fix: 'set `EnableCloudwatchLogsExports: [audit]` and the parameter `audit_logs: enabled`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['DocumentDB.4'], cwe: ['CWE-778'] },
  notes: 'The profiler log, which is about slow operations, may be left out.',
  appliesTo: 'AWS::DocDB::DBCluster',
  check: (cluster) => {
    const exports = cluster.read('EnableCloudwatchLogsExports');
    if (exports.items.some((log) => log.is('audit'))) return pass();
    const unsure = exports.items.find((log) => log.isUnknown || isAnswered(log));
    return unsure ? unknown(unsure) : fail(exports, { wanted: '"audit"' });
  },
});
