import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { EnforcedProperty } from '../enforced/enforced';

/** What Security Hub control CloudWatch.16 asks for. */
export const minimumRetentionDays = RetentionDays.ONE_YEAR;

/** What no injector, aspect or override changes. */
export function enforcedOnLogGroup(keyArn: string, isSandbox: boolean): EnforcedProperty[] {
  return [
    {
      path: 'KmsKeyId',
      value: keyArn,
      rule: 'logs-cmk',
      instead: "pass another key as 'encryptionKey'",
    },
    {
      path: 'RetentionInDays',
      // Without retention CloudWatch Logs keeps logs for ever, which is what `RetentionDays.INFINITE` writes.
      accepts: (got) => got === undefined || isSandbox || (typeof got === 'number' && got >= minimumRetentionDays),
      rule: 'logs-retention',
      instead: `keep logs for at least ${minimumRetentionDays} days`,
    },
  ];
}
