import * as kms from 'aws-cdk-lib/aws-kms';
import type { EnforcedProperty } from '../enforced/enforced';

/** Days between the request to delete the key and its end, in which it can be saved: the longest that KMS has. */
export const pendingWindowDays = 30;

/** What KMS does unless it is told otherwise; it would take up to seven years. */
export const maximumRotationDays = 365;

/** The shortest that a sandbox or a person may ask for. */
export const minimumPendingWindowDays = { sandbox: 7, kept: 14 };

/** What no prop, injector, aspect or override changes. */
export function enforcedOnKey(minimumPendingWindow: number): EnforcedProperty[] {
  return [
    {
      path: 'EnableKeyRotation',
      value: true,
      rule: 'kms-rotation',
      instead: 'leave it on, data that was encrypted before stays readable',
    },
    {
      path: 'RotationPeriodInDays',
      accepts: (got) => got === undefined || (typeof got === 'number' && got <= maximumRotationDays),
      rule: 'kms-rotation',
      instead: `rotate at least every ${maximumRotationDays} days`,
    },
    {
      path: 'Origin',
      accepts: (got) => got === undefined || got === 'AWS_KMS',
      rule: 'kms-rotation',
      instead: "use 'kms.CfnKey' for key material of your own, KMS rotates none of that",
    },
    {
      path: 'BypassPolicyLockoutSafetyCheck',
      accepts: (got) => got === undefined || got === false,
      rule: 'kms-enabled',
      instead: 'keep the check, a policy that locks everybody out cannot be mended',
    },
    {
      path: 'KeySpec',
      accepts: (got) => got === undefined || got === kms.KeySpec.SYMMETRIC_DEFAULT,
      rule: 'kms-rotation',
      instead: "use 'kms.Key' for asymmetric keys, services cannot encrypt with them",
    },
    {
      path: 'KeyUsage',
      accepts: (got) => got === undefined || got === kms.KeyUsage.ENCRYPT_DECRYPT,
      rule: 'kms-rotation',
      instead: "use 'kms.Key' for keys that sign",
    },
    {
      path: 'Enabled',
      accepts: (got) => got === undefined || got === true,
      rule: 'kms-enabled',
      instead: 'keep the key enabled, what it encrypts is unreadable without it',
    },
    {
      path: 'PendingWindowInDays',
      accepts: (got) => typeof got === 'number' && got >= minimumPendingWindow,
      rule: 'kms-pending-window',
      instead: `keep at least ${minimumPendingWindow} days to notice that the key goes`,
    },
  ];
}
