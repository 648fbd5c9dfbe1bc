import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'docdb-cmk',
  severity: 'low',
  title: 'the cluster is encrypted with a key that nobody here controls',
  why: 'Who may use the key of AWS cannot be limited, seen apart or taken back. With a key of your own a policy decides, and CloudTrail shows each use.',
  serviceDefault:
    'An encrypted cluster without `KmsKeyId` uses the key of AWS for the service (https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html).',
  fix: 'set `KmsKeyId` to a customer-managed key; the cluster is replaced for it',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes: 'A cluster that says it is not encrypted is the matter of `docdb-encrypted`.',
  appliesTo: 'AWS::DocDB::DBCluster',
  check: (cluster) =>
    demand(
      cluster.read('KmsKeyId'),
      (key) => (key.isAbsent ? cluster.read('StorageEncrypted').isFalse : !key.text?.includes('alias/aws/')),
      'a customer-managed key',
    ),
});
