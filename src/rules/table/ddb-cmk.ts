import { defineRule } from '../define-rule';
import { demand } from '../results';
import { tableTypes } from './reading/replicas';

export default defineRule({
  id: 'ddb-cmk',
  severity: 'medium',
  title: 'the table is encrypted with a key that nobody here controls',
  why: 'With a key that AWS owns the permission to the table is all that stands before the data. A key of the account has a policy and a trail of its own, and can be taken away.',
  serviceDefault:
    'DynamoDB encrypts with a key that AWS owns unless `SSESpecification.SSEEnabled` is true; then with `aws/dynamodb`, or the key that is named (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html).',
  fix: 'set `SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId }` (`encryption: TableEncryption.CUSTOMER_MANAGED`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  appliesTo: tableTypes,
  check: (table) => demand(table.read('SSESpecification.SSEEnabled'), (enabled) => enabled.isTrue, 'true'),
});
