import { defineRule } from '../define-rule';
import { demand, unknown } from '../results';

export default defineRule({
  id: 'docdb-encrypted',
  severity: 'high',
  title: 'the storage of the cluster is not encrypted',
  why: 'Whoever gets at a disk, a backup or a snapshot reads the documents. No key stands between them and the data.',
  serviceDefault:
    'A cluster is not encrypted unless it says so when it is created (https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html).',
  fix: 'set `StorageEncrypted: true`; a cluster that exists has to be restored from a snapshot for it',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['DocumentDB.1'], cwe: ['CWE-311'] },
  notes: 'A cluster that is restored takes over what its source has; where it says nothing, that cannot be told.',
  appliesTo: 'AWS::DocDB::DBCluster',
  check: (cluster) => {
    const encrypted = cluster.read('StorageEncrypted');
    const source = ['SnapshotIdentifier', 'SourceDBClusterIdentifier'].map((name) => cluster.read(name));
    if (encrypted.isAbsent && source.some((name) => !name.isAbsent)) {
      return unknown(encrypted, 'the cluster is restored, and takes over what its source has');
    }
    return demand(encrypted, (on) => on.isTrue, 'true');
  },
});
