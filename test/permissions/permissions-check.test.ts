import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { PermissionsCheck, ScopedRole, SecureNodejsFunction, type SecureNodejsFunctionProps } from '../../src';

/** Real bundles: each handler is bundled once for each stack, so that tests share what they can. */
function synthesize(build: (stack: Stack) => void, context: Record<string, unknown> = {}): Annotations {
  const stack = new Stack(new App({ context }), 'Stack');
  build(stack);
  return Annotations.fromStack(stack);
}

function handle(
  stack: Stack,
  handler: string,
  props: Partial<SecureNodejsFunctionProps> = {},
  id = 'Fn',
): SecureNodejsFunction {
  return new SecureNodejsFunction(stack, id, {
    entry: join(__dirname, 'handlers', handler),
    runtime: lambda.Runtime.NODEJS_24_X,
    ...props,
  });
}

const warnings = (found: Annotations): string[] =>
  found.findWarning('*', Match.stringLikeRegexp('the code (never )?calls')).map(({ entry }) => String(entry.data));

const place = /[\w./-]+\.test\.ts:\d+:\d+/g;
const withoutPlaces = (warning: string): string => warning.replace(place, '');

/** What stands in the lines of this file that a warning names. */
function named(warning: string): string[] {
  const lines = readFileSync(__filename, 'utf8').split('\n');
  return [...warning.matchAll(place)].map(([text]) => lines[Number(text.split(':')[1]) - 1].trim());
}

const table = (stack: Stack, id = 'Table') =>
  new Table(stack, id, { partitionKey: { name: 'pk', type: AttributeType.STRING } });

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('the permissions of a function are compared with what its code calls, %s', (_, context) => {
  test('what fits is not mentioned', () => {
    const found = synthesize((stack) => {
      const bucket = new s3.Bucket(stack, 'Bucket', { encryptionKey: new kms.Key(stack, 'Key') });
      bucket.grantReadWrite(handle(stack, 'commands.ts').role!);
      const fn = handle(stack, 'document-client.ts', {}, 'Items');
      table(stack).grant(fn, 'dynamodb:GetItem', 'dynamodb:BatchWriteItem', 'dynamodb:Scan');
    }, context);
    // The grant of the L2 is for deleting, too.
    expect(warnings(found).map(withoutPlaces)).toEqual([
      "the code never calls 's3:DeleteObject', granted by 'Stack/Fn/ServiceRole/DefaultPolicy' on 'Stack/Bucket/*' (): grant only what it calls, 's3:GetObject' and 's3:PutObject' [ack: cdk-secure-serverless:permission-never-called:s3]",
    ]);
  });

  test('what is granted and never called is told with the grant, and what of it is called', () => {
    const found = synthesize((stack) => {
      table(stack).grantReadData(handle(stack, 'comments-and-strings.ts'));
      new sqs.Queue(stack, 'Queue').grantPurge(handle(stack, 'no-aws.ts', {}, 'Idle'));
    }, context);
    expect(warnings(found)).toEqual([
      expect.stringMatching(
        /never calls .*'dynamodb:Query'.*'dynamodb:Scan', granted by 'Stack\/Fn\/ServiceRole\/DefaultPolicy' on 'Stack\/Table' \(test\/permissions\/permissions-check\.test\.ts:\d+:\d+\): grant only what it calls, 'dynamodb:GetItem'/,
      ),
      expect.stringMatching(/never calls .*'sqs:PurgeQueue', .*on 'Stack\/Queue' .*: remove the grant/),
    ]);
  });

  test('what is called and granted by nothing is told before it is denied', () => {
    const found = synthesize((stack) => {
      handle(stack, 'namespace-import.ts');
      const bucket = new s3.Bucket(stack, 'Bucket');
      bucket.grantRead(handle(stack, 'commands.ts', {}, 'Objects'));
    }, context);
    expect(warnings(found)).toEqual([
      "the code calls 'sqs:SendMessage' ('SendMessageBatch'), which nothing in this app grants it: grant it, or the call is denied [ack: cdk-secure-serverless:permission-missing:sqs]",
      "the code calls 's3:PutObject', which nothing in this app grants it: grant it, or the call is denied [ack: cdk-secure-serverless:permission-missing:s3]",
    ]);
  });
});

const silent: Record<string, (stack: Stack) => void> = {
  'a statement that is added after the function was made': (stack) => {
    const fn = handle(stack, 'namespace-import.ts');
    new sqs.Queue(stack, 'Queue').grantSendMessages(fn);
  },
  'a bucket policy that lets the role in': (stack) => {
    const fn = handle(stack, 'presigned.ts');
    new s3.Bucket(stack, 'Bucket').addToResourcePolicy(
      new iam.PolicyStatement({
        actions: ['s3:GetObject'],
        resources: ['*'],
        principals: [fn.grantPrincipal.grantPrincipal as iam.IPrincipal],
      }),
    );
  },
  'a policy of a bucket in another stack': (stack) => {
    const fn = handle(stack, 'presigned.ts');
    const other = new Stack(stack.node.root as App, 'Other');
    new s3.Bucket(other, 'Bucket').addToResourcePolicy(
      new iam.PolicyStatement({
        actions: ['s3:Get*'],
        resources: ['*'],
        principals: [new iam.ArnPrincipal(fn.role!.roleArn)],
      }),
    );
  },
  'a bucket that everybody may read': (stack) => {
    handle(stack, 'presigned.ts');
    new s3.CfnBucketPolicy(stack, 'Policy', {
      bucket: 'shared',
      policyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }] },
    });
  },
  'the role of somebody else, of which nobody knows what it may': (stack) => {
    const role = iam.Role.fromRoleName(stack, 'Role', 'platform-function');
    handle(stack, 'namespace-import.ts', { role: ScopedRole.existing(role, 'the platform team owns its roles') });
  },
  'a role with policies that AWS keeps': (stack) => {
    const role = new iam.Role(stack, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSQSFullAccess')],
    });
    handle(stack, 'namespace-import.ts', { role: ScopedRole.existing(role, 'the platform team owns its roles') });
  },
  'polling of a queue, which Lambda does': (stack) => {
    handle(stack, 'no-aws.ts').addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Queue')));
  },
  'polling of a stream by an alias, and the queue for what fails': (stack) => {
    const alias = handle(stack, 'no-aws.ts').addAlias('live');
    const source = new Table(stack, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      stream: 'NEW_IMAGE' as never,
    });
    alias.addEventSource(
      new DynamoEventSource(source, { startingPosition: lambda.StartingPosition.LATEST, retryAttempts: 1 }),
    );
  },
  'sending to a destination, which Lambda does': (stack) => {
    handle(stack, 'no-aws.ts', {
      onFailure: new SqsDestination(
        new sqs.Queue(stack, 'Failures', { encryptionMasterKey: new kms.Key(stack, 'Key') }),
      ),
      maxEventAge: Duration.hours(1),
    });
  },
  'a dead-letter queue': (stack) => {
    handle(stack, 'no-aws.ts', { deadLetterQueue: new sqs.Queue(stack, 'Dead') });
  },
  'connecting to what is no operation of the SDK': (stack) => {
    handle(stack, 'no-aws.ts').addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['execute-api:Invoke', 'rds-db:connect'],
        resources: [stack.formatArn({ service: 'execute-api', resource: 'api', resourceName: 'prod/GET/items' })],
      }),
    );
  },
  'keys of what is called': (stack) => {
    const fn = handle(stack, 'comments-and-strings.ts');
    table(stack).grant(fn, 'dynamodb:GetItem');
    new kms.Key(stack, 'Key').grantEncryptDecrypt(fn);
  },
  'a transaction, which may need one of four actions': (stack) => {
    const fn = handle(stack, 'transactions.ts');
    table(stack).grant(fn, 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:PartiQLSelect');
  },
  'the parts that the transfer manager sends': (stack) => {
    new s3.Bucket(stack, 'Bucket').grantPut(handle(stack, 'transfer-manager.ts'));
  },
  'extensions in a layer of AWS': (stack) => {
    const fn = handle(stack, 'no-aws.ts', {
      paramsAndSecrets: lambda.ParamsAndSecretsLayerVersion.fromVersion(lambda.ParamsAndSecretsVersions.V1_0_103),
    });
    fn.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['ssm:GetParameter'],
        resources: [stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: 'name' })],
      }),
    );
  },
  'a check that is off': (stack) => {
    const fn = handle(stack, 'namespace-import.ts', { permissions: PermissionsCheck.off('the code is generated') });
    table(stack).grantReadData(fn);
  },
  exceptions: (stack) => {
    const permissions = PermissionsCheck.ENFORCE.without('sqs:SendMessage', 'the queue of team X lets it in').without(
      'sqs:PurgeQueue',
      'used by hand',
    );
    new sqs.Queue(stack, 'Queue').grantPurge(handle(stack, 'namespace-import.ts', { permissions }));
  },
};

test.each(Object.entries(silent))('nothing is said of %s', (_, build) => {
  expect(warnings(synthesize(build))).toEqual([]);
});

test('code that is not bundled is not read', () => {
  const code = lambda.Code.fromInline('exports.handler = async () => {};');
  const build = (stack: Stack) => {
    table(stack).grantReadData(handle(stack, 'no-aws.ts', { entry: undefined, code, handler: 'index.handler' }));
  };
  expect(warnings(synthesize(build))).toEqual([]);
  const skipped = synthesize((stack) => table(stack).grantReadData(handle(stack, 'no-aws.ts')), {
    'aws:cdk:bundling-stacks': [],
  });
  expect(warnings(skipped)).toEqual([]);
});

test('code that was put in the place of the bundle is not judged by the bundle', () => {
  const build = (stack: Stack) => {
    const fn = handle(stack, 'no-aws.ts');
    table(stack).grantReadData(fn);
    (fn.node.findChild('Resource') as lambda.CfnFunction).code = { s3Bucket: 'code', s3Key: 'other.zip' };
  };
  expect(warnings(synthesize(build))).toEqual([]);
});

test('what cannot be told is said once, and nothing of that service is called unused', () => {
  const found = synthesize((stack) => {
    const fn = handle(stack, 'dynamic-method.ts');
    new sqs.Queue(stack, 'Queue').grantPurge(fn);
    table(stack).grant(fn, 'dynamodb:Scan');
  });
  expect(warnings(found)).toEqual([expect.stringContaining("never calls 'dynamodb:Scan'")]);
  const told = found.findInfo('*', Match.stringLikeRegexp('not all calls of the code can be told'));
  expect(told.map(({ entry }) => entry.data)).toEqual([expect.stringContaining('makes the name of what it calls')]);
});

test('a layer of which nobody knows what it calls leaves nothing to be called unused', () => {
  const found = synthesize((stack) => {
    const layer = lambda.LayerVersion.fromLayerVersionArn(
      stack,
      'Layer',
      'arn:aws:lambda:eu-west-1:123456789012:layer:agent:1',
    );
    table(stack).grantReadData(handle(stack, 'no-aws.ts', { layers: [layer] }));
  });
  expect(warnings(found)).toEqual([]);
  expect(found.findInfo('*', Match.stringLikeRegexp("runs with the layer '.*agent:1'"))).toHaveLength(1);
});

test('enforced, both are errors, and the app is not synthesized', () => {
  const build = (stack: Stack) => {
    new sqs.Queue(stack, 'Queue').grantPurge(
      handle(stack, 'namespace-import.ts', { permissions: PermissionsCheck.ENFORCE }),
    );
  };
  expect(() => synthesize(build)).toThrow(
    /Stack\/Fn\].*never calls .*'sqs:PurgeQueue'.*permission-never-called:sqs[^]*calls 'sqs:SendMessage'.*permission-missing:sqs/,
  );
});

test('a warning can be acknowledged for one service', () => {
  const found = synthesize((stack) => {
    const fn = handle(stack, 'no-aws.ts');
    new sqs.Queue(stack, 'Queue').grantPurge(fn);
    table(stack).grant(fn, 'dynamodb:Scan');
    const id = 'cdk-secure-serverless:permission-never-called:sqs';
    cdk.Annotations.of(fn).acknowledgeWarning(id, 'by hand');
  });
  expect(warnings(found)).toEqual([expect.stringContaining("'dynamodb:Scan'")]);
});

test('two functions with one bundle are judged by their own grants', () => {
  const found = synthesize((stack) => {
    new sqs.Queue(stack, 'Queue').grantSendMessages(handle(stack, 'namespace-import.ts', {}, 'Granted'));
    handle(stack, 'namespace-import.ts', {}, 'Denied');
  });
  expect(found.findWarning('*', Match.stringLikeRegexp('the code calls')).map(({ id }) => id)).toEqual([
    '/Stack/Denied/Resource',
  ]);
});

test.each([
  ['s3:*', 'because', "'s3:*' is not one action"],
  ['PutObject', 'because', "'PutObject' is not one action"],
  ['s3:PutObject', ' ', 'no reason'],
])("without('%s', '%s') is refused", (action, reason, message) => {
  expect(() => PermissionsCheck.WARN.without(action, reason)).toThrow(message);
});

test('turning it off takes a reason', () => {
  expect(() => PermissionsCheck.off('')).toThrow('no reason');
});

describe('what is never called is told with the line that granted it', () => {
  test.each<[string, (stack: Stack) => void, string[]]>([
    [
      'a grant of a resource',
      (stack) => {
        const fn = handle(stack, 'no-aws.ts');
        new s3.Bucket(stack, 'Bucket').grantDelete(fn);
      },
      ["new s3.Bucket(stack, 'Bucket').grantDelete(fn);"],
    ],
    [
      'a statement, and another one that was merged with it',
      (stack) => {
        const fn = handle(stack, 'no-aws.ts');
        const bucket = new s3.Bucket(stack, 'Bucket');
        const statement = new iam.PolicyStatement({
          actions: ['s3:GetObject'],
          resources: [bucket.arnForObjects('a')],
        });
        fn.addToRolePolicy(statement);
        bucket.grantPut(fn, 'a');
        bucket.grantDelete(fn, 'b');
      },
      ['fn.addToRolePolicy(statement);', "bucket.grantPut(fn, 'a');", "bucket.grantDelete(fn, 'b');"],
    ],
    [
      'two grants of the same',
      (stack) => {
        const fn = handle(stack, 'no-aws.ts');
        const queue = new sqs.Queue(stack, 'Queue');
        queue.grantSendMessages(fn);
        for (const _ of [1, 2]) queue.grantSendMessages(fn.role!);
      },
      ['queue.grantSendMessages(fn);', 'for (const _ of [1, 2]) queue.grantSendMessages(fn.role!);'],
    ],
    [
      'a grant on what another one covers',
      (stack) => {
        const fn = handle(stack, 'no-aws.ts');
        const bucket = new s3.Bucket(stack, 'Bucket');
        bucket.grantRead(fn, 'a/*');
        bucket.grantRead(fn, '*');
      },
      ["bucket.grantRead(fn, 'a/*');", "bucket.grantRead(fn, '*');"],
    ],
    [
      'a grant on what is in another stack',
      (stack) => {
        const queue = new sqs.Queue(new Stack(stack.node.root as App, 'Other'), 'Queue');
        queue.grantPurge(handle(stack, 'no-aws.ts'));
      },
      ["queue.grantPurge(handle(stack, 'no-aws.ts'));"],
    ],
  ])('%s', (_, build, lines) => {
    const found = warnings(synthesize(build));
    expect([...new Set(found.flatMap(named))].sort()).toEqual([...lines].sort());
  });

  test('nothing is told of a role that somebody else made', () => {
    const found = warnings(
      synthesize((stack) => {
        const raw = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        const role = ScopedRole.existing(raw, 'the role of the platform team');
        new sqs.Queue(stack, 'Queue').grantPurge(handle(stack, 'no-aws.ts', { role }));
      }),
    );
    expect(found.join()).toMatch(
      /never calls 'sqs:PurgeQueue'.*, granted by 'Stack\/Role\/DefaultPolicy' on 'Stack\/Queue': remove/,
    );
  });

  test('nothing is told where the app wants no stack traces', () => {
    const found = warnings(
      synthesize((stack) => new sqs.Queue(stack, 'Queue').grantPurge(handle(stack, 'no-aws.ts')), {
        'aws:cdk:disable-stack-trace': true,
      }),
    );
    expect(found.flatMap(named)).toEqual([]);
    expect(found).toHaveLength(1);
  });
});
