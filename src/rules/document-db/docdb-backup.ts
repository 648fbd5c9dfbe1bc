import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'docdb-backup',
  severity: 'medium',
  title: 'backups of the cluster are gone after less than a week',
  why: 'Data that was destroyed or changed on a Friday is noticed on a Monday. By then no backup has it any more.',
  serviceDefault:
    'Backups are kept for one day (https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html).',
  fix: 'set `BackupRetentionPeriod: 7` or more',
  references: { owaspServerless: ['S3'], fsbp: ['DocumentDB.2'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::DocDB::DBCluster',
  check: (cluster) =>
    demand(cluster.read('BackupRetentionPeriod'), (days) => (days.number ?? 1) >= 7, 'at least 7 days'),
});
