/** A pattern that an L2 writes into a grant, and the exact actions that the grant is for. */
export interface NarrowedAction {
  readonly pattern: string;
  readonly becomes: readonly string[];
  /** What the pattern also allows, in words, and why a grant of this kind does not need it. */
  readonly leavesOut: string;
}

/**
 * The broad patterns of aws-cdk-lib's grants that arrive at a role, as what is meant by them.
 *
 * What is left out can be asked for: a statement with the exact action is never narrowed.
 */
export const narrowedActions: readonly NarrowedAction[] = [
  {
    pattern: 's3:GetObject*',
    becomes: ['s3:GetObject'],
    leavesOut: 'old versions (which include what was deleted), ACLs, tags, legal holds, retention and torrents',
  },
  {
    pattern: 's3:GetBucket*',
    becomes: ['s3:GetBucketLocation'],
    leavesOut: "the bucket's policy, ACL, logging, notification and website configuration",
  },
  {
    pattern: 's3:List*',
    becomes: ['s3:ListBucket'],
    leavesOut: 'the buckets, access points, jobs and tags of the account, and the versions of objects',
  },
  {
    pattern: 's3:PutObject*',
    becomes: ['s3:PutObject'],
    leavesOut: 'ACLs, legal holds, retention and tags of objects',
  },
  {
    pattern: 's3:Abort*',
    becomes: ['s3:AbortMultipartUpload'],
    leavesOut: 'nothing that S3 has today',
  },
  {
    pattern: 's3:DeleteObject*',
    becomes: ['s3:DeleteObject'],
    leavesOut: 'old versions, whose loss cannot be undone, and tags',
  },
  {
    pattern: 'kms:GenerateDataKey*',
    becomes: ['kms:GenerateDataKey'],
    leavesOut: 'asymmetric data key pairs and data keys without their plaintext, which no service asks for in a grant',
  },
  {
    pattern: 'kms:ReEncrypt*',
    becomes: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    leavesOut: 'nothing that KMS has today',
  },
  {
    pattern: 'es:ESHttp*',
    becomes: ['es:ESHttpDelete', 'es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPatch', 'es:ESHttpPost', 'es:ESHttpPut'],
    leavesOut: 'nothing that OpenSearch Service has today',
  },
  {
    pattern: 'bedrock:InvokeModel*',
    becomes: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    leavesOut: 'bidirectional streams',
  },
];

/** What grants of aws-cdk-lib allow besides what their name says, told by all of the actions that they write together. */
export interface NarrowedGrant {
  /** As a person calls it. */
  readonly grants: readonly string[];
  /** What tells the grant: all of these stand in its statement, and nothing else where `only`. */
  readonly actions: readonly string[];
  /** In this order, as the grant writes them, and no others. @default - others may stand beside them */
  readonly only?: boolean;
  readonly drops: readonly string[];
  /** What is lost, and why a grant of that name does not need it. */
  readonly leavesOut: string;
  /** Where AWS says what the grant needs. */
  readonly source?: string;
}

const keyWrite = ['kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'];

/**
 * Grants that say more than their name, as what they are for. Everything that matches is dropped.
 *
 * None is told by exact actions that a person would write like that: those stay.
 */
export const narrowedGrants: readonly NarrowedGrant[] = [
  {
    grants: ['Bucket.grantPut', 'Bucket.grantWrite', 'Bucket.grantReadWrite'],
    actions: [
      's3:PutObjectLegalHold',
      's3:PutObjectRetention',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
      's3:Abort*',
    ],
    drops: ['s3:PutObjectLegalHold', 's3:PutObjectRetention', 's3:PutObjectTagging', 's3:PutObjectVersionTagging'],
    leavesOut: 'legal holds, retention and tags',
  },
  {
    grants: ['StateMachine.grantRead'],
    actions: ['states:ListActivities', 'states:DescribeStateMachine', 'states:DescribeActivity'],
    only: true,
    drops: ['states:ListActivities', 'states:DescribeStateMachine', 'states:DescribeActivity'],
    leavesOut:
      'the names of all activities and the definitions of all state machines of the account; results are read without',
  },
  {
    grants: ['StringParameter.grantRead', 'StringListParameter.grantRead'],
    actions: ['ssm:DescribeParameters', 'ssm:GetParameters', 'ssm:GetParameter', 'ssm:GetParameterHistory'],
    only: true,
    drops: ['ssm:DescribeParameters', 'ssm:GetParameterHistory'],
    leavesOut:
      'the values that the parameter had before; and `ssm:DescribeParameters`, which has no effect on one parameter',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html',
  },
  {
    grants: [
      'Key.grantEncrypt',
      'Key.grantEncryptDecrypt',
      'the grants of other resources with a customer key that write or send',
    ],
    actions: keyWrite,
    drops: ['kms:ReEncrypt*'],
    leavesOut:
      're-encryption: who may encrypt only would read everything by re-encrypting it under a key of their own; no service asks for it on behalf of a function',
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
  },
  {
    grants: ['Bucket.grantPut and Bucket.grantWrite, with a customer key'],
    actions: [...keyWrite, 'kms:Decrypt'],
    only: true,
    drops: ['kms:Encrypt'],
    leavesOut: 'encryption past S3, which asks for data keys, and decrypts the parts of large uploads',
    source: 'https://repost.aws/knowledge-center/s3-large-file-encryption-kms-key',
  },
  {
    grants: ['Bucket.grantReadWrite, Table.grantWriteData and Table.grantReadWriteData, with a customer key'],
    actions: ['kms:Decrypt', 'kms:DescribeKey', ...keyWrite],
    only: true,
    drops: ['kms:Encrypt'],
    leavesOut:
      'encryption past the service: S3 asks for data keys, and DynamoDB decrypts the key of the table for each caller',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
  },
];

/** An action that a grant names on a kind of resource where AWS takes it on another kind only. */
export interface StrayAction {
  readonly grants: readonly string[];
  readonly actions: readonly string[];
  readonly because: string;
}

/** Dropped where the resource is known to be of another kind; what a person writes past its kind stays, it harms nobody. */
export const strayActions: readonly StrayAction[] = [
  {
    grants: ['Table.grantReadData', 'Table.grantReadWriteData'],
    actions: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    because: 'they read streams, not tables: use `grantStreamRead`',
  },
  {
    grants: ['Stream.grantRead', 'Stream.grantReadWrite', 'KinesisStreamSource.grantRead'],
    actions: ['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'],
    because: 'they are about registered consumers, not streams: use `StreamConsumer.grantRead`',
  },
];

const strays = new Set(strayActions.flatMap(({ actions }) => actions));

/** Whether the action is dropped where it stands on a resource of another kind. */
export function isStray(action: string): boolean {
  return strays.has(action);
}

const byPattern = new Map(narrowedActions.map((narrowed) => [narrowed.pattern.toLowerCase(), narrowed.becomes]));

/** The exact actions that are meant by a pattern of an L2's grant, or `undefined` where the pattern is none. */
export function narrowedAction(pattern: string): readonly string[] | undefined {
  return byPattern.get(pattern.toLowerCase());
}

/** The actions of a statement as what its grant is for; what is no grant or pattern of an L2 stays. */
export function narrowActions(actions: readonly string[]): readonly string[] {
  const dropped = new Set(narrowedGrants.filter((grant) => isWrittenBy(grant, actions)).flatMap(({ drops }) => drops));
  const meant = actions.filter((action) => !dropped.has(action));
  return [...new Set(meant.flatMap((action) => narrowedAction(action) ?? [action]))];
}

function isWrittenBy({ actions, only }: NarrowedGrant, written: readonly string[]): boolean {
  return only ? written.join() === actions.join() : actions.every((action) => written.includes(action));
}
