import { bundled, shapes } from './bundled';
import type { BundleCalls } from '../../src/permissions/bundle/bundle-calls';
import { readBundle } from '../../src/permissions/bundle/read-bundle';

interface Expected {
  /** What is called for certain. */
  readonly calls: string[];
  /** What may be called, beside that. */
  readonly mayCall?: string[];
  /** The clients of which nobody can tell. */
  readonly unread?: string[];
}

const handlers: Record<string, Expected> = {
  'aggregated.ts': { calls: ['s3:HeadObject', 'sqs:SendMessage'] },
  'aliased.ts': { calls: ['secretsmanager:GetSecretValue'] },
  'array-of-commands.ts': { calls: ['sqs:DeleteMessage', 'sqs:PurgeQueue'] },
  'class-field.ts': { calls: ['sfn:StartExecution'], mayCall: ['sfn:StopExecution'] },
  'commands.ts': { calls: ['s3:GetObject', 's3:PutObject'] },
  'comments-and-strings.ts': { calls: ['dynamodb:GetItem'] },
  'common-js-helper/index.js': { calls: [], unread: ['s3'] },
  'common-js/index.js': { calls: ['sqs:SendMessage'], mayCall: ['sqs:ReceiveMessage'] },
  'document-aggregated.ts': { calls: ['dynamodb:UpdateItem'] },
  'document-client.ts': { calls: ['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:Scan'] },
  'dynamic-command.ts': { calls: [], unread: ['s3'] },
  'dynamic-import-then.ts': { calls: ['sns:PublishBatch'] },
  'dynamic-import.ts': { calls: ['kms:Decrypt'] },
  'dynamic-method.ts': { calls: [], unread: ['sqs'] },
  'error-class.ts': { calls: ['dynamodb:UpdateItem'] },
  'lambda-invoke.ts': { calls: ['lambda:Invoke'] },
  'late-client.ts': { calls: ['sqs:PurgeQueue'] },
  'multipart.ts': {
    calls: ['s3:CompleteMultipartUpload', 's3:CopyObject', 's3:CreateMultipartUpload', 's3:UploadPart'],
  },
  'namespace-import.ts': { calls: ['sqs:SendMessageBatch'] },
  'never-run.ts': { calls: ['dynamodb:GetItem'], mayCall: ['dynamodb:DeleteItem'] },
  'no-aws.ts': { calls: [] },
  'object-assign.ts': { calls: ['sns:Publish'] },
  'other-credentials.ts': { calls: [], mayCall: ['s3:GetObject'] },
  'own-class.ts': { calls: [] },
  'paginators.ts': { calls: ['dynamodb:Query', 's3:ListObjectsV2'] },
  'passed-client.ts': { calls: ['dynamodb:DescribeTable', 'dynamodb:GetItem'] },
  'passed-namespace.ts': { calls: [], unread: ['s3'] },
  'passed-on/index.ts': { calls: [], unread: ['sqs'] },
  'powertools-parameter.ts': { calls: ['ssm:GetParameter'] },
  'powertools-secret.ts': { calls: ['secretsmanager:GetSecretValue'] },
  'presigned.ts': { calls: ['s3:GetObject'] },
  're-exported/index.ts': { calls: ['eventbridge:PutEvents'] },
  'registry.ts': { calls: ['s3:GetObject', 's3:PutObject'] },
  'repository.ts': { calls: ['dynamodb:GetItem'], mayCall: ['dynamodb:DeleteItem'] },
  'slashes.ts': { calls: ['s3:HeadObject'] },
  'spread.ts': { calls: ['s3:GetObject', 's3:PutObject'] },
  'transactions.ts': { calls: ['dynamodb:ExecuteStatement', 'dynamodb:TransactWriteItems'] },
  'transfer-manager.ts': { calls: ['s3:PutObject'] },
  'tree-shaken/index.ts': { calls: ['s3:GetObject'] },
  'waiters.ts': { calls: ['s3:HeadObject'] },
};

/** Bundling the SDK takes a second: these are the handlers that it makes another shape of. */
const ofOtherShape = [
  'aggregated.ts',
  'commands.ts',
  'common-js-helper/index.js',
  'common-js/index.js',
  'document-aggregated.ts',
  'document-client.ts',
  'dynamic-command.ts',
  'dynamic-import.ts',
  'dynamic-import-then.ts',
  'late-client.ts',
  'never-run.ts',
  'other-credentials.ts',
  'paginators.ts',
  'passed-client.ts',
  'passed-on/index.ts',
  'powertools-parameter.ts',
  'registry.ts',
  'repository.ts',
  'slashes.ts',
  'spread.ts',
  'transfer-manager.ts',
  'waiters.ts',
];

describe.each(Object.entries(shapes))('bundled as %s', (shape, options) => {
  const cases = Object.entries(handlers).filter(([name]) => options.external || ofOtherShape.includes(name));
  // There every command that could be asked for is a class of the bundle, and may be called.
  const hasClasses = shape.includes('parts of the SDK');

  test.each(cases)('%s', (handler, { calls, mayCall = [], unread = [] }) => {
    const read = readBundle([{ name: 'index.js', text: bundled(handler, options) }], 'handler');
    expect(names(read.calls)).toEqual(calls);
    expect(names(read.mayCall)).toEqual(expect.arrayContaining(mayCall));
    if (!hasClasses) {
      expect(clients(read)).toEqual(unread);
    } else {
      for (const client of unread) {
        expect(names(read.mayCall).filter((name) => name.startsWith(client)).length).toBeGreaterThan(9);
      }
    }
  });
});

function names(operations: BundleCalls['calls']): string[] {
  return operations.map(({ client, operation }) => `${client.replace(/-/g, '')}:${operation}`).sort();
}

function clients({ unread }: BundleCalls): (string | undefined)[] {
  return [...new Set(unread.map(({ client }) => client))].sort();
}
