import { App, Stack, Tags } from 'aws-cdk-lib';
import { Annotations as AnnotationsOf, Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureBucket } from '../../src/bucket/secure-bucket';
import { SecureFunction } from '../../src/function/secure-function';
import { SecureKey } from '../../src/key/secure-key';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import { NetworkEndpoints } from '../../src/network/network-endpoints';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };

interface Endpoint {
  readonly Properties: { readonly ServiceName: { readonly 'Fn::Join': readonly [string, readonly string[]] } };
}

/** The services of the endpoints in a template. */
function endpointsIn(stack: Stack): string[] {
  const endpoints = Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint') as Record<string, Endpoint>;
  return Object.values(endpoints)
    .map(({ Properties: { ServiceName: name } }) => name['Fn::Join'][1][2].slice(1))
    .sort();
}

function allow(...actions: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources: ['arn:aws:sns:eu-west-1:111122223333:books'] });
}

const cases: [string, (fn: SecureFunction, stack: Stack) => unknown, string[]][] = [
  ['nothing', () => undefined, []],
  ['objects', (fn, stack) => s3.Bucket.fromBucketName(stack, 'Books', 'books').grantRead(fn), ['s3']],
  ['objects under a key of their own', (fn, stack) => new SecureBucket(stack, 'Books').grantReadWrite(fn), ['s3']],
  ['items', (fn, stack) => new dynamodb.Table(stack, 'Books', { partitionKey }).grantReadData(fn), ['dynamodb']],
  [
    'items under a key',
    (fn, stack) =>
      new dynamodb.Table(stack, 'Books', { partitionKey, encryptionKey: new SecureKey(stack, 'Key') }).grantReadData(
        fn,
      ),
    ['dynamodb'],
  ],
  ['a secret', (fn, stack) => new secretsmanager.Secret(stack, 'Secret').grantRead(fn), ['secretsmanager']],
  ['a key, for code that decrypts by itself', (fn, stack) => new kms.Key(stack, 'Key').grantDecrypt(fn), ['kms']],
  ['a queue to send to', (fn, stack) => new sqs.Queue(stack, 'Queue').grantSendMessages(fn), ['sqs']],
  ['a topic', (fn) => fn.addToRolePolicy(allow('sns:Publish')), ['sns']],
  ['another function', (fn, stack) => new SecureFunction(stack, 'Other', code).grantInvoke(fn), ['lambda']],
  [
    'a state machine to start and wait for',
    (fn, stack) =>
      stepfunctions.StateMachine.fromStateMachineName(stack, 'Machine', 'machine').grantStartSyncExecution(fn),
    ['sync-states'],
  ],
  [
    'a queue that Lambda polls',
    (fn, stack) => fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue'))),
    [],
  ],
  [
    'a queue that Lambda polls, and that the code sends to',
    (fn, stack) => {
      const queue = new sqs.Queue(stack, 'Queue');
      fn.addEventSource(new sources.SqsEventSource(queue));
      queue.grantSendMessages(fn);
    },
    ['sqs'],
  ],
  [
    'a stream that Lambda polls',
    (fn, stack) =>
      fn.addEventSource(
        new sources.KinesisEventSource(new kinesis.Stream(stack, 'Stream'), {
          startingPosition: lambda.StartingPosition.LATEST,
        }),
      ),
    [],
  ],
  [
    'the stream of a table, that Lambda polls',
    (fn, stack) =>
      fn.addEventSource(
        new sources.DynamoEventSource(
          new dynamodb.Table(stack, 'Books', { partitionKey, stream: dynamodb.StreamViewType.KEYS_ONLY }),
          { startingPosition: lambda.StartingPosition.LATEST },
        ),
      ),
    [],
  ],
  [
    'a rule that invokes it, with the failure queue that brings',
    (fn, stack) =>
      new events.Rule(stack, 'Rule', {
        eventPattern: { source: ['books'] },
        targets: [new targets.LambdaFunction(fn)],
      }),
    [],
  ],
  [
    'logs of another log group',
    (fn) =>
      fn.addToRolePolicy(
        new iam.PolicyStatement({
          actions: ['logs:StartQuery'],
          resources: ['arn:aws:logs:eu-west-1:111122223333:log-group:/books:*'],
        }),
      ),
    ['logs'],
  ],
  [
    'a right in a database, which is in the network itself',
    (fn) =>
      fn.addToRolePolicy(
        new iam.PolicyStatement({
          actions: ['rds-db:connect'],
          resources: ['arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABC/reader'],
        }),
      ),
    [],
  ],
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  // A stack for each, all synthesized once.
  const app = new App({ context });
  const stacks = cases.map(([, grant], n) => {
    const stack = new Stack(app, `Stack${n}`);
    const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
    grant(new SecureFunction(stack, 'Fn', { ...code, network }), stack);
    return stack;
  });

  test.each(cases.map(([what, , services], n) => [what, services, stacks[n]] as const))(
    'a function that was granted %s gets the endpoints that its code needs',
    (__, services, stack) => {
      expect(endpointsIn(stack)).toEqual(services);
    },
  );
});

test('functions share an endpoint, and each gets its own way to it', () => {
  const stack = new Stack(new App(), 'Stack');
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  const secret = new secretsmanager.Secret(stack, 'Secret');
  for (const id of ['A', 'B']) secret.grantRead(new SecureFunction(stack, id, { ...code, network }));
  expect(endpointsIn(stack)).toEqual(['secretsmanager']);
  Template.fromStack(stack).resourceCountIs('AWS::EC2::SecurityGroupIngress', 2);
});

test('what another stack grants is found, and the network does not wait for that stack', () => {
  const app = new App();
  const networks = new Stack(app, 'Networks');
  const network = new IsolatedNetwork(networks, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  const functions = new Stack(app, 'Functions');
  const fn = new SecureFunction(functions, 'Fn', { ...code, network });
  const data = new Stack(app, 'Data');
  new secretsmanager.Secret(data, 'Secret').grantRead(fn);
  new dynamodb.Table(data, 'Table', { partitionKey }).grantReadData(fn);

  expect(endpointsIn(networks)).toEqual(['dynamodb', 'secretsmanager']);
  expect(networks.dependencies).toEqual([]);
  Template.fromStack(functions).resourceCountIs('AWS::EC2::SecurityGroupEgress', 2);
});

test.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('tags reach what is made when the app is complete, %s', (_, context) => {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack');
  Tags.of(app).add('team', 'books');
  const network = new IsolatedNetwork(stack, 'Network');
  s3.Bucket.fromBucketName(stack, 'Books', 'books').grantRead(new SecureFunction(stack, 'Fn', { ...code, network }));
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::VPCEndpoint', {
    Tags: Match.arrayWith([{ Key: 'team', Value: 'books' }]),
  });
});

test('an extension runs in the function, and calls from there', () => {
  const stack = new Stack(new App(), 'Stack');
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  new SecureFunction(stack, 'Fn', {
    ...code,
    network,
    insightsVersion: lambda.LambdaInsightsVersion.VERSION_1_0_333_0,
  });
  expect(endpointsIn(stack)).toEqual(['logs']);
});

describe('what cannot be reached is an error', () => {
  function failing(
    props: ConstructorParameters<typeof IsolatedNetwork>[2],
    grant: (fn: SecureFunction) => void,
    region?: string,
  ) {
    const stack = new Stack(new App(), 'Stack', { env: { region } });
    const network = new IsolatedNetwork(stack, 'Network', props);
    grant(new SecureFunction(stack, 'Fn', { ...code, network }));
    return () => Template.fromStack(stack);
  }

  test('with the endpoint to allow and its price, where nothing that costs may be made', () => {
    expect(failing({}, (fn) => fn.addToRolePolicy(allow('sns:Publish')))).toThrow(
      /Stack\/Fn\] 'sns:Publish' would time out at run time: it needs the interface endpoint 'sns', for about \$14\.60 a month in 2 zones; allow it with 'endpoints: NetworkEndpoints\.only\('sns'\)' of 'Stack\/Network'/,
    );
  });

  test('where another endpoint may be made only', () => {
    const endpoints = NetworkEndpoints.only('sqs');
    expect(
      failing({ endpoints }, (fn) => {
        fn.addToRolePolicy(allow('sns:Publish'));
        fn.addToRolePolicy(allow('ssm:GetParameter'));
      }),
    ).toThrow(/'sns:Publish' would time out .* NetworkEndpoints\.only\('sqs', 'sns', 'ssm'\)/);
  });

  test('where the name of an endpoint is not that of a service, before anything is made', () => {
    expect(() => failing({ endpoints: NetworkEndpoints.only('sqs', 'queues') }, () => undefined)).toThrow(
      "Stack/Network: 'queues' for 'NetworkEndpoints.only', which is no service with an endpoint",
    );
  });

  test('not where this one may', () => {
    const endpoints = NetworkEndpoints.only('sns');
    expect(failing({ endpoints }, (fn) => fn.addToRolePolicy(allow('sns:Publish')))).not.toThrow();
  });

  test('for a service that has no endpoint', () => {
    const endpoints = NetworkEndpoints.onDemand();
    const manageConnections = new iam.PolicyStatement({
      actions: ['execute-api:ManageConnections'],
      resources: ['arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*'],
    });
    expect(failing({ endpoints }, (fn) => fn.addToRolePolicy(manageConnections))).toThrow(
      /'execute-api:ManageConnections' would time out at run time: 'execute-api' has no VPC endpoint: call it in a function outside of the network/,
    );
  });

  const query = new iam.PolicyStatement({
    actions: ['kendra:Query'],
    resources: ['arn:aws:kendra:eu-west-1:111122223333:index/books'],
  });

  test('for a service that AWS does not have in the region', () => {
    expect(
      failing({ endpoints: NetworkEndpoints.onDemand() }, (fn) => fn.addToRolePolicy(query), 'eu-south-2'),
    ).toThrow(
      /'kendra:Query' would time out at run time: 'kendra' has no endpoint in 'eu-south-2' \(as of \d{4}-\d\d-\d\d\), because AWS has nothing of the service there; .*'NetworkEndpoints\.only\('kendra'\)\.available\('kendra'\)' of 'Stack\/Network'/,
    );
  });

  test.each([
    ['in a region that has it', NetworkEndpoints.onDemand(), 'eu-west-1'],
    ['in any region, which may be one that has it', NetworkEndpoints.onDemand(), undefined],
    ['in a region that nobody lists', NetworkEndpoints.onDemand(), 'eu-isoe-west-1'],
    ['where it has come since', NetworkEndpoints.onDemand().available('kendra'), 'eu-south-2'],
    [
      'where it has come since, and others may not be made',
      NetworkEndpoints.only('kendra').available('kendra'),
      'eu-south-2',
    ],
  ])('not %s', (_, endpoints, region) => {
    expect(failing({ endpoints }, (fn) => fn.addToRolePolicy(query), region)).not.toThrow();
  });
});

test('an endpoint that code would not find by name is an error', () => {
  const stack = new Stack(new App(), 'Stack');
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  const fn = new SecureFunction(stack, 'Fn', { ...code, network });
  expect(() => network.connect(fn, 'iot.data')).toThrow(/the endpoint of 'iot\.data' has no private DNS names/);
});

describe('a service that AWS does not list in a region, but has in others where it is not listed either', () => {
  function warned(endpoints: NetworkEndpoints, region: string): string[] {
    const stack = new Stack(new App(), 'Stack', { env: { region } });
    const network = new IsolatedNetwork(stack, 'Network', { endpoints });
    const fn = new SecureFunction(stack, 'Fn', { ...code, network });
    fn.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['rds-data:ExecuteStatement'],
        resources: ['arn:aws:rds:af-south-1:111122223333:cluster:c'],
      }),
    );
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::VPCEndpoint', {
      ServiceName: `com.amazonaws.${region}.rds-data`,
    });
    return AnnotationsOf.fromStack(stack)
      .findWarning('*', Match.stringLikeRegexp('does not list'))
      .map(({ entry }) => String(entry.data));
  }

  test('is warned of, and made', () => {
    expect(warned(NetworkEndpoints.onDemand(), 'af-south-1')).toEqual([
      expect.stringMatching(/AWS does not list 'rds-data' in 'af-south-1' \(as of .*\), .*the deployment fails/),
    ]);
  });

  test.each([
    ['where it is listed', NetworkEndpoints.onDemand(), 'eu-west-1'],
    ['where somebody knows better', NetworkEndpoints.onDemand().available('rds-data'), 'af-south-1'],
  ])('is not warned of %s', (_, endpoints, region) => {
    expect(warned(endpoints, region)).toEqual([]);
  });
});
