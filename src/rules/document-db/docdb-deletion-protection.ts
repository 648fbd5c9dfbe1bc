import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'docdb-deletion-protection',
  severity: 'medium',
  title: 'one call deletes the cluster',
  why: 'A mistaken deployment, or a stolen credential, takes the database away. Its automatic backups go with it.',
  serviceDefault:
    'Deletion protection is off unless asked for through the API (https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html).',
  fix: 'set `DeletionProtection: true`',
  references: { owaspServerless: ['S3'], fsbp: ['DocumentDB.5'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::DocDB::DBCluster',
  check: (cluster) => demand(cluster.read('DeletionProtection'), (on) => on.isTrue, 'true'),
});
