import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'docdb-tls',
  severity: 'high',
  title: 'the cluster takes connections in plain text',
  why: 'Whoever is in the network reads the password and the documents on their way. A client that forgets TLS is not told.',
  serviceDefault:
    'The parameter `tls` is `enabled` unless it is set (https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html).',
  fix: 'remove `tls: disabled` from `Parameters`, or set `tls1.2+`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['DocumentDB.6'], cwe: ['CWE-319'] },
  notes:
    '`enabled` passes, which DocumentDB.6 does not accept: it wants a version (https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-6).',
  appliesTo: 'AWS::DocDB::DBClusterParameterGroup',
  check: (group) => demand(group.read('Parameters.tls'), (tls) => !tls.is('disabled'), '"enabled"'),
});
