import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { GrantRow } from './row';

const readObjects = { bucket: ['s3:GetBucketLocation', 's3:ListBucket'], 'bucket/*': ['s3:GetObject'] };
const putObjects = ['s3:AbortMultipartUpload', 's3:PutObject'];
const writeObjects = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'];
const noDelete = 'SecureBucket asks for `grantDelete` where something is deleted';

const items = ['dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem', 'dynamodb:GetItem'];
const searches = ['dynamodb:Query', 'dynamodb:Scan'];
const writes = ['dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
const describe = 'dynamodb:DescribeTable';
const withoutStreams =
  '`GetRecords` and `GetShardIterator` read streams and have no effect on a table: dropped. `DescribeTable` stays: the documentation of the grant names it, and it tells nothing of the items';
const keyOfTable =
  'with a customer key: DynamoDB decrypts the key of the table for each caller; `GenerateDataKey` stays because S3 is granted with the same list';

function destinationOf(bucket: Construct): IBucket {
  const known = bucket.node.tryFindChild('Destination') as IBucket | undefined;
  return known ?? Bucket.fromBucketArn(bucket, 'Destination', 'arn:aws:s3:::destination');
}

/** Buckets and tables. */
export const storage: readonly GrantRow[] = [
  {
    grants: ['s3.BucketBase.grantRead', 's3.BucketGrants.read'],
    of: ['bucket'],
    gives: { ...readObjects, key: ['kms:Decrypt', 'kms:DescribeKey'] },
    decided:
      'lists the bucket, because reading an object that is not there is denied without; `kms:DescribeKey` (metadata of this one key) stays: written with exact actions, it cannot be told from what a person writes',
  },
  {
    grants: ['s3.BucketBase.grantWrite', 's3.BucketGrants.write'],
    of: ['bucket'],
    gives: { 'bucket/*': writeObjects, key: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    but: { secure: { 'bucket/*': putObjects, key: ['kms:Decrypt', 'kms:GenerateDataKey'] } },
    decided: `deletes, because the library says so; ${noDelete}`,
  },
  {
    grants: ['s3.BucketBase.grantReadWrite', 's3.BucketGrants.readWrite'],
    of: ['bucket'],
    gives: {
      bucket: readObjects.bucket,
      'bucket/*': ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      key: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
    },
    but: {
      secure: {
        bucket: readObjects.bucket,
        'bucket/*': ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        key: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      },
    },
    decided: `deletes, because the library says so; ${noDelete}`,
  },
  {
    grants: ['s3.BucketBase.grantPut', 's3.BucketGrants.put'],
    of: ['bucket'],
    gives: { 'bucket/*': putObjects, key: ['kms:Decrypt', 'kms:GenerateDataKey'] },
    decided: '`kms:Decrypt` stays: S3 decrypts the parts of an upload in parts before it puts them together',
  },
  {
    grants: ['s3.BucketBase.grantDelete', 's3.BucketGrants.delete'],
    of: ['bucket'],
    gives: { 'bucket/*': ['s3:DeleteObject'] },
  },
  {
    grants: ['s3.BucketBase.grantPutAcl', 's3.BucketGrants.putAcl'],
    of: ['bucket'],
    gives: { 'bucket/*': ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'] },
    but: { secure: /'grantPutAcl' has no effect where ACLs are off/ },
  },
  {
    grants: ['s3.BucketBase.grantPublicAccess', 's3.BucketGrants.publicAccess'],
    of: ['bucket'],
    notForRoles: 'it makes objects public, in the policy of the bucket',
  },
  {
    grants: ['s3.BucketBase.grantOnKey'],
    of: ['bucket'],
    with: ['kms:Decrypt'],
    gives: { key: ['kms:Decrypt'] },
  },
  {
    grants: ['s3.BucketGrants.actionsOnObjectKeys'],
    of: ['bucket'],
    with: ['photos/*', 's3:GetObjectTagging', 'kms:Decrypt'],
    gives: { 'bucket/photos/*': ['s3:GetObjectTagging'], key: ['kms:Decrypt'] },
  },
  {
    grants: ['s3.BucketGrants.actionsOnBucketAndObjectKeys'],
    of: ['bucket'],
    with: ['photos/*', 's3:GetObjectTagging', 's3:GetBucketTagging'],
    gives: { bucket: ['s3:GetBucketTagging'], 'bucket/photos/*': ['s3:GetObjectTagging'] },
  },
  {
    grants: ['s3.BucketBase.grantReplicationPermission', 's3.BucketGrants.replicationPermission'],
    of: ['bucket'],
    with: (bucket) => [{ destinations: [{ bucket: destinationOf(bucket as Construct) }] }],
    gives: {
      bucket: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      'bucket/*': ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
      'arn:aws:s3:::destination/*': [
        's3:ObjectOwnerOverrideToBucketOwner',
        's3:ReplicateDelete',
        's3:ReplicateObject',
        's3:ReplicateTags',
      ],
      key: ['kms:Decrypt'],
    },
    decided: 'for the role of S3, not of a function; exact as it is',
  },
  {
    grants: ['dynamodb.TableBase.grantReadData', 'dynamodb.TableBaseV2.grantReadData', 'dynamodb.TableGrants.readData'],
    of: ['table', 'tableV2'],
    gives: { table: [...items, describe, ...searches], key: ['kms:Decrypt', 'kms:DescribeKey'] },
    decided: `${withoutStreams}; \`ConditionCheckItem\` reads within transactions`,
  },
  {
    grants: ['dynamodb.TableBase.grantReadData', 'dynamodb.TableBaseV2.grantReadData', 'dynamodb.TableGrants.readData'],
    of: ['table with an index', 'tableV2 with an index'],
    gives: {
      table: [...items, describe, ...searches],
      'table/index/*': searches,
      key: ['kms:Decrypt', 'kms:DescribeKey'],
    },
    decided: 'an index is queried and scanned, everything else is done to the table',
  },
  {
    grants: [
      'dynamodb.TableBase.grantWriteData',
      'dynamodb.TableBaseV2.grantWriteData',
      'dynamodb.TableGrants.writeData',
    ],
    of: ['table', 'table with an index', 'tableV2', 'tableV2 with an index'],
    gives: { table: [...writes, describe], key: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
    decided: keyOfTable,
  },
  {
    grants: [
      'dynamodb.TableBase.grantReadWriteData',
      'dynamodb.TableBaseV2.grantReadWriteData',
      'dynamodb.TableGrants.readWriteData',
    ],
    of: ['table', 'tableV2'],
    gives: {
      table: [...items, ...writes, describe, ...searches],
      key: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
    },
    decided: withoutStreams,
  },
  {
    grants: [
      'dynamodb.TableBase.grantReadWriteData',
      'dynamodb.TableBaseV2.grantReadWriteData',
      'dynamodb.TableGrants.readWriteData',
    ],
    of: ['table with an index', 'tableV2 with an index'],
    gives: {
      table: [...items, ...writes, describe, ...searches],
      'table/index/*': searches,
      key: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
    },
    decided: withoutStreams,
  },
  {
    grants: [
      'dynamodb.TableBase.grantFullAccess',
      'dynamodb.TableBaseV2.grantFullAccess',
      'dynamodb.TableGrants.fullAccess',
    ],
    of: ['table', 'tableV2'],
    refused: /'dynamodb:\*' allows .*: use 'grantReadData', 'grantWriteData' or 'grantReadWriteData'/,
    decided: 'deletes the table, changes its policy and its backups: no minimal form',
  },
  {
    grants: ['dynamodb.TableBase.grant', 'dynamodb.TableBaseV2.grant', 'dynamodb.TableGrants.actions'],
    of: ['table', 'table with an index', 'tableV2', 'tableV2 with an index'],
    with: ['dynamodb:PutItem'],
    gives: { table: ['dynamodb:PutItem'] },
  },
  {
    grants: ['dynamodb.TableBase.grantOnKey', 'dynamodb.TableBaseV2.grantOnKey'],
    of: ['table', 'tableV2'],
    with: ['kms:Decrypt'],
    gives: { key: ['kms:Decrypt'] },
  },
  {
    grants: ['dynamodb.TableBase.grantStream', 'dynamodb.TableBaseV2.grantStream', 'dynamodb.StreamGrants.actions'],
    of: ['table with a stream', 'tableV2 with a stream'],
    with: ['dynamodb:DescribeStream'],
    gives: { stream: ['dynamodb:DescribeStream'] },
  },
  {
    grants: ['dynamodb.TableBase.grantStreamRead', 'dynamodb.StreamGrants.read'],
    of: ['table with a stream'],
    gives: {
      stream: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      '*': ['dynamodb:ListStreams'],
      key: ['kms:Decrypt', 'kms:DescribeKey'],
    },
    decided: 'AWS limits `ListStreams` to nothing, and the documentation of the grant names it',
  },
  {
    grants: ['dynamodb.TableBaseV2.grantStreamRead'],
    of: ['tableV2 with a stream'],
    gives: {
      stream: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      key: ['kms:Decrypt', 'kms:DescribeKey'],
    },
    decided:
      'the library names the stream for `ListStreams`, which AWS limits to nothing: dropped, reading needs no list',
  },
  {
    grants: ['dynamodb.TableBase.grantTableListStreams', 'dynamodb.StreamGrants.list'],
    of: ['table with a stream'],
    gives: { '*': ['dynamodb:ListStreams'] },
    decided: 'AWS limits `ListStreams` to nothing',
  },
  {
    grants: ['dynamodb.TableBaseV2.grantTableListStreams'],
    of: ['tableV2 with a stream'],
    gives: {},
    decided:
      'the library names the stream for `ListStreams`, which has no effect: to list, add a statement with `ListStreams` on `*`',
  },
];
