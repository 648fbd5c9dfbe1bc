import { defineRule } from '../define-rule';
import { demand } from '../results';
import { replicasOf, tableTypes } from './reading/replicas';

export default defineRule({
  id: 'ddb-pitr',
  severity: 'medium',
  title: 'the table cannot be set back to an earlier moment',
  why: 'A bug, or somebody with the rights of one function, overwrites or deletes items, and there is nothing to restore them from. With point-in-time recovery every second of the last 35 days is there.',
  serviceDefault:
    'Point-in-time recovery is off unless `PointInTimeRecoverySpecification` turns it on (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html).',
  fix: 'set `PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }` (`pointInTimeRecoverySpecification`), in every replica of a global table',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['DynamoDB.2'], cwe: ['CWE-693'] },
  appliesTo: tableTypes,
  check: (table) =>
    replicasOf(table).map((replica) =>
      demand(
        replica.read('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
        (enabled) => enabled.isTrue,
        'true',
      ),
    ),
});
