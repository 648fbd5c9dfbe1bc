import { defineRule } from '../define-rule';
import { demand } from '../results';
import { replicasOf, tableTypes } from './reading/replicas';

export default defineRule({
  id: 'ddb-deletion-protection',
  severity: 'medium',
  title: 'the table can be deleted with one call',
  why: 'A deleted stack, a change that replaces the table, or somebody with `dynamodb:DeleteTable` takes all data with it. With deletion protection it takes two calls, and the first one is noticed.',
  serviceDefault:
    'Deletion protection is off unless `DeletionProtectionEnabled` is true (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection).',
  fix: 'set `DeletionProtectionEnabled: true` (`deletionProtection`), in every replica of a global table',
  references: { owaspServerless: ['S3'], fsbp: ['DynamoDB.6'], cwe: ['CWE-693'] },
  appliesTo: tableTypes,
  check: (table) =>
    replicasOf(table).map((replica) =>
      demand(replica.read('DeletionProtectionEnabled'), (enabled) => enabled.isTrue, 'true'),
    ),
});
