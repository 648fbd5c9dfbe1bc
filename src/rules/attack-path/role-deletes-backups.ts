import { resourceTypesFor } from '../../facts/actions';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeFunctionRole } from './reading/function-role';
import { worstOf } from './reading/harm';
import { pathOf } from './reading/path';
import { areVaultsLockedAgainst } from './reading/vault-lock';

const destroying = [
  'dynamodb:DeleteTable',
  'dynamodb:DeleteItem',
  'rds:DeleteDBCluster',
  'rds:DeleteDBInstance',
  's3:DeleteObject',
];
const ofVaults = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'];
const erasing = [
  ...ofVaults,
  'dynamodb:DeleteBackup',
  'dynamodb:UpdateContinuousBackups',
  'rds:DeleteDBClusterSnapshot',
  'rds:DeleteDBSnapshot',
];

export default defineRule({
  id: 'role-deletes-backups',
  severity: 'high',
  title: 'one function may delete data and its backups',
  why:
    'Whoever takes over the function deletes the recovery points first, or turns point-in-time recovery off, which throws away what was recorded; then the data. ' +
    'There is nothing left to restore, and a price to pay.',
  serviceDefault:
    'A recovery point can be deleted by whoever has the action, unless the vault is locked; a lock without `ChangeableForDays` can be taken off again (https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html); point-in-time recovery that is turned off and on begins anew (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html).',
  fix: 'take the action out, or list what the function does in place of `dynamodb:*`; set `LockConfiguration` of the vault, with `ChangeableForDays`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250', 'CWE-266'] },
  notes:
    'Only roles of functions that may also delete data. Where every vault of the application is locked, and the role may not take the lock off, deleting recovery points passes.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeFunctionRole(role, app, erasing, ({ at, actions, on }, functions) => {
      const isLocked = areVaultsLockedAgainst(role, app);
      const erases = actions.filter(
        (action) =>
          !(isLocked && ofVaults.includes(action)) &&
          on.some(({ arn }) => arn === '*' || resourceTypesFor(action, arn).length > 0),
      );
      const worst = erases.length > 0 ? worstOf(role, app, destroying) : undefined;
      if (typeof worst !== 'object') return [];
      const got = pathOf(functions, erases.join(', '), worst.told);
      return fail(at, { got, wanted: 'no right over backups' });
    }),
});
