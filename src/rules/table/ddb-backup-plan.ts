import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { tableTypes } from './reading/replicas';

function maySelect(selection: Resource): boolean {
  return (
    ['ListOfTags', 'Conditions'].some((name) => !selection.read(`BackupSelection.${name}`).isAbsent) ||
    selection.read('BackupSelection.Resources').items.some((item) => item.text === undefined || item.text.includes('*'))
  );
}

export default defineRule({
  id: 'ddb-backup-plan',
  severity: 'low',
  strict: true,
  title: 'the table is in no backup plan',
  why: 'Point-in-time recovery ends with the table, or when somebody turns it off. A backup in a vault outlives both.',
  serviceDefault:
    'DynamoDB makes no backups by itself (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_HowItWorksAWS.html).',
  fix: 'add the table to an `AWS::Backup::BackupSelection` (`plan.addSelection(…)`)',
  references: { owaspServerless: ['S3'], securityHub: ['DynamoDB.4'], cwe: ['CWE-693'] },
  appliesTo: tableTypes,
  check: (table, app) => {
    const selections = app.ofType('AWS::Backup::BackupSelection');
    if (selections.some((selection) => selection.read('BackupSelection.Resources').targets.includes(table))) {
      return pass();
    }
    const open = selections.find(maySelect);
    return open
      ? unknown(table, 'a backup selection goes by tags or patterns')
      : fail(table, { got: 'no backup selection', wanted: 'a backup plan' });
  },
});
