import { rightsOf } from './rights';
import type { Application, Resource } from '../../../template';

const unlocking = ['backup:DeleteBackupVaultLockConfiguration'];

/**
 * Whether every vault of the application keeps what is in it from a role. With `ChangeableForDays` nobody takes the lock
 * off after these days; without, whoever has the right to.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export function areVaultsLockedAgainst(role: Resource, app: Application): boolean {
  const locks = app.ofType('AWS::Backup::BackupVault').map((vault) => vault.read('LockConfiguration'));
  if (locks.length === 0 || locks.some((lock) => lock.isAbsent)) return false;
  const areFinal = locks.every((lock) => !lock.read('ChangeableForDays').isAbsent);
  return areFinal || rightsOf(role, app, unlocking).found.length === 0;
}
