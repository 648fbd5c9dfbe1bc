/**
 * Actions that write or delete what a data store holds.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const dataWrites: readonly string[] = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  'rds-data:ExecuteStatement',
  'rds-data:BatchExecuteStatement',
  'redshift-data:ExecuteStatement',
  'es:ESHttpPut',
  'es:ESHttpPost',
  'es:ESHttpDelete',
  'aoss:APIAccessAll',
  'cassandra:Modify',
  'neptune-db:WriteDataViaQuery',
  'neptune-db:DeleteDataViaQuery',
  'timestream:WriteRecords',
  'elasticfilesystem:ClientWrite',
];

/** Actions that read what a data store holds. */
export const dataReads: readonly string[] = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:PartiQLSelect',
  's3:GetObject',
  's3:ListBucket',
  'es:ESHttpGet',
  'cassandra:Select',
  'neptune-db:ReadDataViaQuery',
  'timestream:Select',
  'kinesis:GetRecords',
  'sqs:ReceiveMessage',
  'logs:GetLogEvents',
  'logs:FilterLogEvents',
];
