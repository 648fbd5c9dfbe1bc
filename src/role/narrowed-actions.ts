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

/**
 * What `Bucket.grantPut` adds to a write besides the write itself. A statement of a person never has all of them together
 * with `s3:Abort*`, which is how the grant is told from one.
 */
export const besidesPut: readonly string[] = [
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectTagging',
  's3:PutObjectVersionTagging',
];

/**
 * What `StateMachine.grantRead` allows on everything, of which only the first cannot be limited to the state machine. A
 * statement of a person has them together only if it is meant the same way.
 */
export const besidesStateMachineRead: readonly string[] = [
  'states:ListActivities',
  'states:DescribeStateMachine',
  'states:DescribeActivity',
];

const byPattern = new Map(narrowedActions.map((narrowed) => [narrowed.pattern.toLowerCase(), narrowed.becomes]));

/** The exact actions that are meant by a pattern of an L2's grant, or `undefined` where the pattern is none. */
export function narrowedAction(pattern: string): readonly string[] | undefined {
  return byPattern.get(pattern.toLowerCase());
}

/** The actions of a statement with the patterns of L2 grants replaced; what is no such pattern stays. */
export function narrowActions(actions: readonly string[]): readonly string[] {
  const isPut = actions.includes('s3:Abort*') && besidesPut.every((action) => actions.includes(action));
  const isStateMachineRead = actions.join() === besidesStateMachineRead.join();
  const dropped = isPut ? besidesPut : isStateMachineRead ? besidesStateMachineRead.slice(1) : [];
  const meant = actions.filter((action) => !dropped.includes(action));
  return [...new Set(meant.flatMap((action) => narrowedAction(action) ?? [action]))];
}
