import type { Acknowledgement, NagPackName } from '../acknowledgement/acknowledgement';

const everyFramework: NagPackName[] = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'];

const objectLock = (reason: string): Acknowledgement => ({
  rule: 'S3BucketDefaultLockEnabled',
  packs: ['NIST.800.53.R4'],
  reason,
});

const replication = (reason: string): Acknowledgement => ({
  rule: 'S3BucketReplicationEnabled',
  packs: everyFramework,
  reason,
});

/** What packs want of every bucket, and what only the owner of the data can decide. */
export const bucketAcknowledgements: Acknowledgement[] = [
  objectLock(
    'objects that cannot be deleted cannot be erased on request either, and the lock cannot be taken off again; old versions are kept for 90 days, and objectLockDefaultRetention turns it on',
  ),
  replication(
    'a copy in another region doubles storage and may leave the jurisdiction of the data; S3 stores objects in three zones with eleven nines, and replicationRules turns it on',
  ),
];

/** What packs want of the bucket with the access logs. */
export const logBucketAcknowledgements: Acknowledgement[] = [
  objectLock('access logs expire after a year; nobody is granted to delete them before'),
  replication('access logs are delivered best effort and expire after a year; a second copy of them protects nothing'),
  {
    rule: 'S3DefaultEncryptionKMS',
    packs: ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'],
    reason: 'S3 delivers access logs only to buckets that are encrypted by S3 itself (SSE-S3)',
  },
];

const itself =
  'it is the log bucket of the nested stacks, which packs do not follow; logging into itself would never end';

/** What packs want of it where only buckets of nested stacks log into it. */
export const nestedLogBucketAcknowledgements: Acknowledgement[] = [
  { rule: 'S1', packs: ['AwsSolutions'], reason: itself },
  { rule: 'S3BucketLoggingEnabled', packs: everyFramework, reason: itself },
];
