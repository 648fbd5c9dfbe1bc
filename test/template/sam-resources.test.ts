import { applicationOf, find } from './templates';
import { evaluate, rules } from '../../src/rules';
import { dedent } from '../rules/rule-examples';

const sam = (template: string) => applicationOf(`Transform: AWS::Serverless-2016-10-31\n${dedent(template)}`);

/** Where a rule finds something, and what. */
function found(template: string, id: string): readonly string[] {
  return evaluate(
    rules.filter((rule) => rule.id === id),
    sam(template),
  ).map(({ outcome, resource, path }) => `${outcome} ${[resource.logicalId, ...path].join('.')}`);
}

const books = (properties: string, more = '') => `
      Resources:
        Books:
          Type: AWS::Serverless::Function
          Properties:
            Handler: index.handler
            ${properties}
        ${more}
`;

describe('a function', () => {
  test('has what Lambda gets newer than the model, because it is handed on', () => {
    const app = sam(books('NewerThanUs: { Mode: Strict }'));
    expect(find(app, 'Books').read('NewerThanUs.Mode').scalar).toBe('Strict');
  });

  test('may send to its destinations, those that SAM makes too', () => {
    const app = sam(
      books(
        `EventInvokeConfig:
              MaximumRetryAttempts: 1
              DestinationConfig:
                OnFailure: { Type: SQS }
                OnSuccess: { Type: SNS, Destination: !Ref Done }`,
        'Done: { Type: AWS::SNS::Topic }',
      ),
    );
    const config = find(app, 'BooksEventInvokeConfig');
    expect(config.read('DestinationConfig.OnFailure.Destination').target).toBe(
      find(app, 'BooksEventInvokeConfigOnFailureQueue'),
    );
    const policies = app.policiesOf(find(app, 'BooksRole')).flatMap(({ document }) => document ?? []);
    const statements = policies.flatMap((document) => document.read('Statement').items);
    expect(statements.map((one) => [one.read('Action').text, one.read('Resource').target?.logicalId])).toEqual([
      ['sqs:SendMessage', 'BooksEventInvokeConfigOnFailureQueue'],
      ['sns:Publish', 'Done'],
    ]);
  });

  test('whose settings only the deployment knows is unknown where they matter', () => {
    const app = sam(
      books(
        'FunctionUrlConfig: !If [Open, { AuthType: NONE }, !Ref AWS::NoValue]\n            DeadLetterQueue: !Ref Dlq',
      ),
    );
    expect(find(app, 'BooksUrl').read('AuthType').isUnknown).toBe(true);
    expect(find(app, 'Books').read('DeadLetterConfig').isUnknown).toBe(true);
    const documents = app.policiesOf(find(app, 'BooksRole')).flatMap(({ document }) => document ?? []);
    expect(documents.map(({ isUnknown }) => isUnknown)).toEqual([true]);
  });

  test('with an alias is called by it', () => {
    const app = sam(
      books(
        'AutoPublishAlias: live\n            FunctionUrlConfig: { AuthType: NONE }\n            EventInvokeConfig: { MaximumRetryAttempts: 0 }',
      ),
    );
    expect(find(app, 'BooksUrlPublicPermissions').read('FunctionName').target).toBe(find(app, 'BooksAliaslive'));
    expect(find(app, 'BooksUrl').read('Qualifier').scalar).toBe('live');
    expect(find(app, 'BooksEventInvokeConfig').read('Qualifier').scalar).toBe('live');
  });

  test.each([
    ['Api', '{ Path: /a, Method: get }'],
    ['SQS', "{ Queue: 'arn:aws:sqs:eu-west-1:111122223333:q' }"],
    ['EventBridgeRule', '{ Pattern: { source: [a] } }'],
    ['SNS', '{ Topic: !Ref T }'],
    ['ScheduleV2', '{ ScheduleExpression: rate(1 day) }'],
  ])(
    'with an alias gets what %s sends by it, so that no event meets code that was not published',
    (type, properties) => {
      const app = sam(
        books(`AutoPublishAlias: live-1\n            Events: { E: { Type: ${type}, Properties: ${properties} } }`),
      );
      const alias = find(app, 'BooksAliaslive1');
      expect(alias.read('Name').scalar).toBe('live-1');
      const made = app.resources.filter(({ logicalId }) => /^BooksE|ServerlessRestApi$/.test(logicalId));
      const names = made.flatMap((one) => app.references(one).outgoing.map(({ logicalId }) => logicalId));
      expect([names.includes('BooksAliaslive1'), names.includes('Books')]).toEqual([true, false]);
    },
  );

  test('whose code is on a disk, or whose events go to its alias, is not told of as one that lacks them', () => {
    const complete = books(
      'Runtime: python3.13\n            CodeUri: src/\n            AutoPublishAlias: live\n            Events: { E: { Type: AlexaSkill, Properties: { SkillId: s } } }',
    );
    expect([...found(complete, 'lambda-incomplete'), ...found(complete, 'lambda-latest-invoke')]).toEqual([]);
  });

  test('has the object in S3 as its code, and nothing that anybody could read of what is on a disk', () => {
    const code = (uri: string) => find(sam(books(`CodeUri: ${uri}`)), 'Books').read('Code');
    expect(code('s3://releases/a/b.zip').read('S3Bucket').scalar).toBe('releases');
    expect(code('s3://releases/a/b.zip').read('S3Key').scalar).toBe('a/b.zip');
    expect(code('src/').scalar).toBe('src/');
  });

  test('that is deployed step by step has an application, a group and a role of CodeDeploy, unless one is given', () => {
    const app = sam(
      books('AutoPublishAlias: live\n            DeploymentPreference: { Type: Linear10PercentEvery1Minute }'),
    );
    expect(find(app, 'BooksDeploymentGroup').read('ServiceRoleArn').target).toBe(find(app, 'CodeDeployServiceRole'));
    const off = sam(books('DeploymentPreference: { Enabled: false }'));
    expect(off.resources.some(({ type }) => type.startsWith('AWS::CodeDeploy'))).toBe(false);
    const given = sam(
      books('DeploymentPreference: { Type: AllAtOnce, Role: "arn:aws:iam::111122223333:role/deploy" }'),
    );
    expect(given.resources.some(({ logicalId }) => logicalId === 'CodeDeployServiceRole')).toBe(false);
  });

  test('has the path and the boundary of its role', () => {
    const role = find(
      sam(books('RolePath: /shop/\n            PermissionsBoundary: arn:aws:iam::111122223333:policy/b')),
      'BooksRole',
    );
    expect([role.read('Path').scalar, role.read('PermissionsBoundary').scalar]).toEqual([
      '/shop/',
      'arn:aws:iam::111122223333:policy/b',
    ]);
  });
});

describe('an event', () => {
  const event = (type: string, properties = '{}') =>
    books(`Events: { E: { Type: ${type}, Properties: ${properties} } }`);

  test.each([
    ['S3', '{ Bucket: !Ref B, Events: s3:ObjectCreated:* }', 's3.amazonaws.com'],
    ['SNS', '{ Topic: !Ref T }', 'sns.amazonaws.com'],
    ['Schedule', '{ Schedule: rate(1 day) }', 'events.amazonaws.com'],
    ['CloudWatchEvent', '{ Pattern: { source: [a] } }', 'events.amazonaws.com'],
    ['EventBridgeRule', '{ Pattern: { source: [a] } }', 'events.amazonaws.com'],
    ['Cognito', '{ UserPool: !Ref P, Trigger: PreSignUp }', 'cognito-idp.amazonaws.com'],
    ['CloudWatchLogs', '{ LogGroupName: g, FilterPattern: "" }', 'logs.${AWS::Region}.amazonaws.com'],
    ['IoTRule', '{ Sql: "SELECT *" }', 'iot.amazonaws.com'],
    ['AlexaSkill', '{ SkillId: s }', 'alexa-appkit.amazon.com'],
  ])('%s lets its service call the function', (type, properties, principal) => {
    expect(find(sam(event(type, properties)), 'BooksEPermission').read('Principal').text).toBe(principal);
  });

  test.each([
    ['SQS', 'Queue', 'AWSLambdaSQSQueueExecutionRole'],
    ['Kinesis', 'Stream', 'AWSLambdaKinesisExecutionRole'],
    ['DynamoDB', 'Stream', 'AWSLambdaDynamoDBExecutionRole'],
    ['MSK', 'Stream', 'AWSLambdaMSKExecutionRole'],
  ])('%s is polled, with the rights that the role needs', (type, source, managed) => {
    const app = sam(event(type, `{ ${source}: 'arn:aws:x:eu-west-1:111122223333:y' }`));
    expect(find(app, 'BooksE').is('AWS::Lambda::EventSourceMapping')).toBe(true);
    const policies = app.policiesOf(find(app, 'BooksRole'));
    expect(policies.flatMap(({ arn }) => arn?.text ?? []).join()).toContain(managed);
  });

  const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s';
  const source = 'arn:aws:x:eu-west-1:111122223333:y';
  const access = (type: string) => `SourceAccessConfigurations: [{ Type: ${type}, URI: '${secret}' }]`;

  test.each<[string, string, readonly string[]]>([
    ['MQ', `Broker: '${source}', ${access('BASIC_AUTH')}`, ['secretsmanager:GetSecretValue', 'mq:DescribeBroker']],
    ['MSK', `Stream: '${source}', ${access('CLIENT_CERTIFICATE_TLS_AUTH')}`, ['secretsmanager:GetSecretValue']],
    [
      'SelfManagedKafka',
      `Topics: [t], SecretsManagerKmsKeyId: k, SourceAccessConfigurations: [{ Type: VPC_SUBNET, URI: 'subnet:s' }, { Type: SASL_SCRAM_512_AUTH, URI: '${secret}' }]`,
      ['secretsmanager:GetSecretValue', 'kms:Decrypt', 'ec2:CreateNetworkInterface'],
    ],
    [
      'DocumentDB',
      `Cluster: '${source}', DatabaseName: d, ${access('BASIC_AUTH')}`,
      ['secretsmanager:GetSecretValue', 'rds:DescribeDBClusters', 'ec2:CreateNetworkInterface'],
    ],
  ])('%s is polled with what SAM writes into the role, which everybody can know', (type, properties, actions) => {
    const role = find(sam(event(type, `{ ${properties} }`)), 'BooksRole');
    const [document] = role.template.application.policiesOf(role).flatMap((policy) => policy.document ?? []);
    const statements = document.read('Statement').items;
    const written = statements.flatMap((statement) => statement.read('Action').items.map(({ text }) => text));
    expect(written).toEqual(expect.arrayContaining([...actions]));
    expect(statements[0].read('Resource').text).toBe(secret);
    expect(
      rules.filter((rule) =>
        found(event(type, `{ ${properties} }`), rule.id).some((one) => /^unknown .*Policies/.test(one)),
      ),
    ).toEqual([]);
  });

  test('whose secrets only the deployment names gives rights that nobody can tell', () => {
    const app = sam(event('MQ', `{ Broker: '${source}', SourceAccessConfigurations: !If [A, [], []] }`));
    expect(app.policiesOf(find(app, 'BooksRole')).some(({ document }) => document?.isUnknown)).toBe(true);
  });

  test('of Kafka or DocumentDB has what Lambda asks for where Lambda has it', () => {
    const kafka = find(sam(event('SelfManagedKafka', '{ KafkaBootstrapServers: [b], ConsumerGroupId: g }')), 'BooksE');
    expect(kafka.read('SelfManagedEventSource.Endpoints.KafkaBootstrapServers').items.map(({ text }) => text)).toEqual([
      'b',
    ]);
    expect(kafka.read('SelfManagedKafkaEventSourceConfig.ConsumerGroupId').text).toBe('g');
    const documents = find(sam(event('DocumentDB', `{ Cluster: '${source}', DatabaseName: d }`)), 'BooksE');
    expect(documents.read('DocumentDBEventSourceConfig.DatabaseName').text).toBe('d');
  });

  test.each([
    [
      'esm-retry-unbounded',
      'Kinesis',
      "{ Stream: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s', StartingPosition: LATEST }",
      'MaximumRetryAttempts',
    ],
    ['evb-target-dlq', 'EventBridgeRule', '{ Pattern: { source: [a] } }', 'DeadLetterConfig'],
    ['role-trust-confused-deputy', 'ScheduleV2', '{ ScheduleExpression: rate(1 day) }', 'RoleArn'],
  ])('is found by %s at its property, which the author writes', (id, type, properties, property) => {
    expect(found(event(type, properties), id)).toEqual([`fail Books.Properties.Events.E.Properties.${property}`]);
  });

  test('of a bucket stands in the bucket too, so that a function that writes there is told of the loop', () => {
    const template = books(
      `Policies: [{ S3CrudPolicy: { BucketName: !Ref Files } }]
            Events: { E: { Type: S3, Properties: { Bucket: !Ref Files, Events: s3:ObjectCreated:* } } }`,
      `Files:
          Type: AWS::S3::Bucket
          Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: a, Function: b }] } }`,
    );
    const [before, added] = find(sam(template), 'Files').read('NotificationConfiguration.LambdaConfigurations').items;
    expect([before.read('Function').text, added.read('Function').target?.logicalId]).toEqual(['b', 'Books']);
    expect(found(template, 'lambda-s3-recursion')).toEqual(['fail Books.Properties.Events.E.Properties']);
  });

  test('of a bucket is there where its function is', () => {
    const template = books(
      'Events: { E: { Type: S3, Properties: { Bucket: !Ref Files, Events: [a, b] } } }\n          Condition: IsOn',
      'Files: { Type: AWS::S3::Bucket }\n      Parameters: { Stage: { Type: String } }\n      Conditions: { IsOn: !Equals [!Ref Stage, prod] }',
    );
    const app = sam(template);
    const count = () => find(app, 'Files').read('NotificationConfiguration.LambdaConfigurations').items.length;
    expect(app.inEveryWorld(count).map((outcome) => outcome?.result)).toEqual([2, 0]);
  });

  test('of a user pool stands in the pool too', () => {
    const template = books(
      'Events: { E: { Type: Cognito, Properties: { UserPool: !Ref Users, Trigger: [PreSignUp, CustomMessage] } } }',
      'Users: { Type: AWS::Cognito::UserPool, Properties: { LambdaConfig: { PostConfirmation: a } } }',
    );
    const config = find(sam(template), 'Users').read('LambdaConfig');
    expect(config.read('PostConfirmation').text).toBe('a');
    expect(['PreSignUp', 'CustomMessage'].map((name) => config.read(name).target?.logicalId)).toEqual([
      'Books',
      'Books',
    ]);
  });

  test('of a type that the model does not know may let anybody in', () => {
    const permission = find(sam(event('Invented')), 'BooksEPermission');
    expect([permission.read('Principal').isUnknown, permission.read('SourceArn').isUnknown]).toEqual([true, true]);
    expect(permission.read('FunctionName').target?.logicalId).toBe('Books');
    expect(find(sam(books('Events: !If [A, {}, {}]')), 'BooksEventsPermission').read('Principal').isUnknown).toBe(true);
  });

  test('of a topic may go through a queue, which only that topic may fill', () => {
    const app = sam(event('SNS', '{ Topic: "arn:aws:sns:eu-west-1:111122223333:t", SqsSubscription: true }'));
    expect(find(app, 'BooksE').read('Protocol').scalar).toBe('sqs');
    expect(find(app, 'BooksEEventSourceMapping').read('EventSourceArn').target).toBe(find(app, 'BooksEQueue'));
    const [statement] = find(app, 'BooksEQueuePolicy').read('PolicyDocument.Statement').items;
    expect(statement.read(['Condition', 'ArnEquals', 'aws:SourceArn']).text).toBe(
      'arn:aws:sns:eu-west-1:111122223333:t',
    );
    const policies = app.policiesOf(find(app, 'BooksRole')).flatMap(({ arn }) => arn?.text ?? []);
    expect(policies.join()).toContain('AWSLambdaSQSQueueExecutionRole');
  });

  test.each([
    ['named', '{ Arn: !GetAtt Dlq.Arn }', 'Dlq'],
    ['made', '{ Type: SQS }', 'BooksEQueue'],
  ])('of a rule has a queue for what is not delivered: one that is %s', (_, config, queue) => {
    const app = sam(
      books(
        `Events: { E: { Type: Schedule, Properties: { Schedule: rate(1 day), DeadLetterConfig: ${config} } } }`,
        'Dlq: { Type: AWS::SQS::Queue }',
      ),
    );
    expect(find(app, 'BooksE').read('Targets').items[0].read('DeadLetterConfig.Arn').target).toBe(find(app, queue));
  });
});

describe('a state machine', () => {
  const machine = (events: string, more = '') => `
      Resources:
        Flow:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition: { StartAt: A }
            Policies: [{ LambdaInvokePolicy: { FunctionName: books } }]
            ${more}
            Events: ${events}
  `;

  test('has the dead-letter queue of its event, or the one that SAM makes for it, and only a role that none was given for', () => {
    const queue = "DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:q' }";
    const event = (properties: string) =>
      machine(`{ E: { Type: Schedule, Properties: { Schedule: rate(1 day), ${properties} } } }`);
    expect(found(event(queue), 'evb-target-dlq')).toEqual([]);
    expect(found(event('DeadLetterConfig: { Type: SQS }'), 'sqs-ssl-only')).toHaveLength(1);
    expect(found(event('Enabled: false'), 'role-trust-confused-deputy')).toContain(
      'fail Flow.Properties.Events.E.Properties.RoleArn',
    );
    expect(found(event("RoleArn: 'arn:aws:iam::111122223333:role/r'"), 'role-trust-confused-deputy')).toEqual([
      'fail Flow.Properties.Role',
    ]);
  });

  test('starts by its alias if it says so', () => {
    const app = (more: string) =>
      sam(
        machine(
          '{ E: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }',
          `AutoPublishAlias: live\n            ${more}`,
        ),
      );
    const startedOf = (more: string) => find(app(more), 'FlowE').read('Targets').items[0].read('Arn').target?.logicalId;
    expect([startedOf(''), startedOf('UseAliasAsEventTarget: true')]).toEqual(['Flow', 'FlowAliaslive']);
  });

  test('is started by rules, schedules and APIs, each with a role for just that', () => {
    const app = sam(
      machine(`
              Rule: { Type: EventBridgeRule, Properties: { Pattern: { source: [a] }, Input: '{}' } }
              Daily: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day), PermissionsBoundary: 'arn:b' } }
              Call: { Type: Api, Properties: { Path: /flow, Method: post } }`),
    );
    expect(find(app, 'FlowRule').read('Targets').items[0].read('RoleArn').target).toBe(find(app, 'FlowRuleRole'));
    expect(find(app, 'FlowDaily').read('Target.RoleArn').target).toBe(find(app, 'FlowDailyRole'));
    expect(find(app, 'FlowDailyRole').read('PermissionsBoundary').scalar).toBe('arn:b');
    expect(
      find(app, 'FlowCallRole').read('Policies').items[0].read('PolicyDocument.Statement').items[0].read('Resource')
        .target,
    ).toBe(find(app, 'Flow'));
    expect(
      find(app, 'FlowRole').read('Policies').items[0].read('PolicyDocument.Statement').items[0].read('Action').items[0]
        .text,
    ).toBe('lambda:InvokeFunction');
  });

  test('that an API starts is found open where the event asks nobody', () => {
    expect(
      found(machine('{ Call: { Type: Api, Properties: { Path: /flow, Method: post } } }'), 'apigw-method-auth'),
    ).toEqual(['fail Flow.Properties.Events.Call.Properties']);
  });

  test('with an alias has a version, and an event that is not known has a rule that nobody knows', () => {
    const app = sam(machine('{ E: { Type: Invented } }', 'AutoPublishAlias: live'));
    expect(find(app, 'FlowAliaslive').read('RoutingConfiguration').items[0].read('StateMachineVersionArn').target).toBe(
      find(app, 'FlowVersion'),
    );
    expect(find(app, 'FlowE').read('EventPattern').isUnknown).toBe(true);
  });
});

describe('a REST API', () => {
  const api = (properties: string, event = '', more = '') => `
      Resources:
        Shop:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
            ${properties}
        Books:
          Type: AWS::Serverless::Function
          Properties:
            Events: { Get: { Type: Api, Properties: { Path: /books, Method: get, RestApiId: !Ref Shop${event} } } }
        ${more}
  `;
  const security = (template: string, method = 'get') =>
    find(sam(template), 'Shop').properties.read(['Body', 'paths', '/books', method, 'security']);
  const pool = "Authorizers: { Pool: { UserPoolArn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/a' } }";

  const written = (operation: string, more = '') =>
    `DefinitionBody: { swagger: '2.0', ${more} paths: { /carts: { post: { ${operation} x-amazon-apigateway-integration: { type: mock } } } } }`;

  test('with a definition of its own has the calls of events only where that is asked for', () => {
    const pathsOf = (properties: string) =>
      find(sam(api(properties)), 'Shop')
        .properties.read(['Body', 'paths'])
        .entries.map(([path]) => path);
    expect(pathsOf(written(''))).toEqual(['/carts']);
    expect(pathsOf(`${written('')}\n            MergeDefinitions: true`)).toEqual(['/carts', '/books']);
    expect(found(api(written('')), 'apigw-method-auth')).toEqual([
      'fail Shop.Properties.DefinitionBody.paths./carts.post',
    ]);
  });

  const schemes =
    'securityDefinitions: { Own: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 } },';

  test.each<[string, string]>([
    ['its own schemes', written('security: [{ Own: [] }],', schemes)],
    [
      'the authorizer that the API has for all, beside a key',
      `${written('security: [{ api_key: [] }],')}\n            Auth: { DefaultAuthorizer: AWS_IAM }`,
    ],
    [
      'schemes of OpenAPI 3',
      `DefinitionBody: { openapi: '3.0.1', components: { securitySchemes: { Own: { type: apiKey, x-amazon-apigateway-authtype: awsSigv4 } } }, paths: { /carts: { post: { security: [{ Own: [] }] } } } }`,
    ],
  ])('keeps in a definition of its own %s', (_, properties) => {
    expect(found(api(properties), 'apigw-method-auth')).toEqual([]);
  });

  test.each([
    [', RequestModel: { Model: Book, ValidateBody: true }', []],
    [', RequestModel: { Model: Book, ValidateBody: true, ValidateParameters: true }', []],
    [', RequestModel: { Model: Book }', ['fail Books.Properties.Events.Get.Properties']],
  ])('validates what the event says:%s', (event, wanted) => {
    const template = api('Models: { Book: { type: object } }', event).replace('Method: get', 'Method: post');
    expect(found(template, 'apigw-request-validation')).toEqual(wanted);
  });

  test.each<[string, string, string, unknown]>([
    ['nobody asks', '', '', undefined],
    ['the API asks', `Auth: { DefaultAuthorizer: Pool, ${pool} }`, '', [{ Pool: [] }]],
    ['the event asks', `Auth: { ${pool} }`, ', Auth: { Authorizer: Pool }', [{ Pool: [] }]],
    [
      'the event takes it off',
      `Auth: { DefaultAuthorizer: Pool, ${pool} }`,
      ', Auth: { Authorizer: NONE }',
      [{ NONE: [] }],
    ],
    ['the API wants a key', 'Auth: { ApiKeyRequired: true }', '', [{ api_key: [] }]],
    ['the event wants no key', 'Auth: { ApiKeyRequired: true }', ', Auth: { ApiKeyRequired: false }', undefined],
    ['both', `Auth: { ApiKeyRequired: true, DefaultAuthorizer: Pool, ${pool} }`, '', [{ Pool: [] }, { api_key: [] }]],
  ])('says who may call: %s', (_, properties, event, wanted) => {
    expect(security(api(properties, event)).resolved).toEqual(wanted);
  });

  test.each(['Auth: !If [A, { DefaultAuthorizer: Pool }, {}]', 'Auth: { DefaultAuthorizer: !Ref Name }'])(
    'is unknown where only the deployment knows it (%s)',
    (properties) => {
      expect(security(api(properties)).isUnknown).toBe(true);
      expect(found(api(properties), 'apigw-method-auth')).toEqual(['unknown Books.Properties.Events.Get.Properties']);
    },
  );

  test('does not take a key for an authorizer', () => {
    expect(found(api('Auth: { ApiKeyRequired: true }'), 'apigw-method-auth')).toHaveLength(1);
  });

  test.each<[string, string, boolean]>([
    ['Cors: "\'*\'"', 'fail', false],
    ['Cors: { AllowMethods: "\'GET\'" }', 'fail', false],
    ['Cors: { AllowOrigin: "\'https://shop.example.com\'" }', '', false],
    ['Cors: { AllowOrigin: !Ref Origin }', 'unknown', false],
    [`Cors: "'*'"\n            Auth: { DefaultAuthorizer: Pool, ${pool} }`, 'fail', true],
    [
      `Cors: "'*'"\n            Auth: { AddDefaultAuthorizerToCorsPreflight: false, DefaultAuthorizer: Pool, ${pool} }`,
      'fail',
      false,
    ],
  ])('answers preflight requests (%s)', (properties, outcome, isAuthorized) => {
    expect(found(api(properties), 'apigw-cors-wildcard').map((one) => one.split(' ')[0])).toEqual(
      outcome ? [outcome] : [],
    );
    expect(security(api(properties), 'options').isAbsent).toBe(!isAuthorized);
  });

  test.each<[string, string, unknown]>([
    ['accounts', "AwsAccountWhitelist: ['111122223333']", [['Allow', { AWS: ['111122223333'] }, undefined]]],
    [
      'addresses',
      'IpRangeWhitelist: [10.0.0.0/8]',
      [
        ['Allow', '*', undefined],
        ['Deny', '*', { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }],
      ],
    ],
    [
      'networks and endpoints',
      'SourceVpcWhitelist: [vpc-1, vpce-2]',
      [
        ['Allow', '*', undefined],
        ['Deny', '*', { StringNotEquals: { 'aws:SourceVpc': ['vpc-1'] } }],
        ['Deny', '*', { StringNotEquals: { 'aws:SourceVpce': ['vpce-2'] } }],
      ],
    ],
    ['statements of its own', 'CustomStatements: [{ Effect: Deny, Principal: "*" }]', [['Deny', '*', undefined]]],
  ])('has a policy for %s', (_, list, wanted) => {
    const policy = find(sam(api(`Auth: { ResourcePolicy: { ${list} } }`)), 'Shop').read('Policy');
    expect(
      policy
        .read('Statement')
        .items.map((one) => [
          one.read('Effect').resolved,
          one.read('Principal').resolved,
          one.read('Condition').resolved,
        ]),
    ).toEqual(wanted);
  });

  test.each(['{ Invented: [a] }', '!Ref Policy', '{ IpRangeWhitelist: !Ref Ranges }'])(
    'has a policy that nobody knows of %s',
    (policy) => {
      expect(find(sam(api(`Auth: { ResourcePolicy: ${policy} }`)), 'Shop').read('Policy').isUnknown).toBe(true);
    },
  );

  test('has a usage plan with its key, a domain with its paths, and lets its authorizers be called', () => {
    const app = sam(
      api(
        `Auth: { UsagePlan: { CreateUsagePlan: PER_API, Throttle: { RateLimit: 5 } }, Authorizers: { Own: { FunctionArn: !GetAtt Books.Arn } } }
            Domain: { DomainName: shop.example.com, CertificateArn: 'arn:c', SecurityPolicy: TLS_1_0, BasePath: [/a, /b] }`,
      ),
    );
    expect(find(app, 'ShopUsagePlanKey').read('KeyId').target).toBe(find(app, 'ShopApiKey'));
    expect(find(app, 'ShopUsagePlan').read('Throttle.RateLimit').number).toBe(5);
    expect(app.ofType('AWS::ApiGateway::BasePathMapping')).toHaveLength(2);
    expect(find(app, 'ShopDomain').read('SecurityPolicy').scalar).toBe('TLS_1_0');
    expect(find(app, 'ShopOwnAuthorizerPermission').read('FunctionName').target).toBe(find(app, 'Books'));
  });

  test('has a domain that nobody knows where only the deployment knows it', () => {
    expect(
      find(sam(api('Domain: !If [A, { DomainName: a }, !Ref AWS::NoValue]')), 'ShopDomain').read('SecurityPolicy')
        .isUnknown,
    ).toBe(true);
  });
});

test('Globals hold for APIs, tables, state machines and layers too', () => {
  const app = sam(`
      Globals:
        Api: { TracingEnabled: true, Auth: { DefaultAuthorizer: AWS_IAM } }
        HttpApi: { CorsConfiguration: { AllowOrigins: ['*'] } }
        SimpleTable: { SSESpecification: { SSEEnabled: true } }
        StateMachine: { Tracing: { Enabled: true } }
        LayerVersion: { CompatibleRuntimes: [nodejs22.x] }
      Resources:
        Shop: { Type: AWS::Serverless::Api, Properties: { StageName: live, Auth: { ApiKeyRequired: true } } }
        Http: { Type: AWS::Serverless::HttpApi }
        Table: { Type: AWS::Serverless::SimpleTable }
        Flow: { Type: AWS::Serverless::StateMachine, Properties: { Definition: {} } }
        Layer: { Type: AWS::Serverless::LayerVersion }
  `);
  expect(find(app, 'ShopliveStage').read('TracingEnabled').isTrue).toBe(true);
  expect(find(app, 'Http').read('CorsConfiguration.AllowOrigins').resolved).toEqual(['*']);
  expect(find(app, 'Table').read('SSESpecification.SSEEnabled').isTrue).toBe(true);
  expect(find(app, 'Flow').read('TracingConfiguration.Enabled').isTrue).toBe(true);
  expect(find(app, 'Layer').read('CompatibleRuntimes').resolved).toEqual(['nodejs22.x']);
});

test('the APIs that no resource declares have the settings of Globals', () => {
  const template = `
      Globals: { Api: { Auth: { DefaultAuthorizer: AWS_IAM } } }
      Resources:
        Books:
          Type: AWS::Serverless::Function
          Properties: { Events: { Get: { Type: Api, Properties: { Path: /, Method: get } } } }
  `;
  expect(found(template, 'apigw-method-auth')).toEqual([]);
});

test.each([
  ['true, for everybody', 'true', ['*']],
  ['one origin', "'https://a.example.com'", ['https://a.example.com']],
  ['more', '{ AllowOrigins: [https://b.example.com], AllowCredentials: true }', ['https://b.example.com']],
])('the CORS settings of an HTTP API may be %s', (_, cors, wanted) => {
  const app = sam(`
      Resources:
        Http: { Type: AWS::Serverless::HttpApi, Properties: { CorsConfiguration: ${cors} } }
  `);
  expect(find(app, 'Http').read('CorsConfiguration.AllowOrigins').resolved).toEqual(wanted);
});

describe('a GraphQL API', () => {
  const graph = (properties: string) => `
      Resources:
        Shop:
          Type: AWS::Serverless::GraphQLApi
          Properties:
            SchemaUri: schema.graphql
            ${properties}
        Table: { Type: AWS::DynamoDB::Table }
  `;

  test('is the API that it stands for, with its keys, its cache and the roles of its sources', () => {
    const app = sam(
      graph(`Auth: { Type: AWS_IAM, Additional: [{ Type: API_KEY }] }
            ApiKeys: { Guest: { Description: guests } }
            Cache: { ApiCachingBehavior: FULL_REQUEST_CACHING, Type: SMALL, Ttl: 60 }
            DataSources: { DynamoDb: { Books: { TableName: !Ref Table, TableArn: !GetAtt Table.Arn, Permissions: [Read] } } }`),
    );
    const api = find(app, 'Shop');
    expect(api.read('AuthenticationType').scalar).toBe('AWS_IAM');
    expect(api.read('AdditionalAuthenticationProviders').items[0].read('AuthenticationType').scalar).toBe('API_KEY');
    expect(api.read('LogConfig.FieldLogLevel').scalar).toBe('ALL');
    expect(api.read('LogConfig.CloudWatchLogsRoleArn').target).toBe(find(app, 'ShopCloudWatchRole'));
    expect(find(app, 'ShopApiKeyGuest').read('ApiId').target).toBe(api);
    expect(find(app, 'ShopApiCache').read('Ttl').number).toBe(60);
    const [statement] = find(app, 'ShopBooksRole').read('Policies').items[0].read('PolicyDocument.Statement').items;
    expect(statement.read('Action').items.map(({ text }) => text)).not.toContain('dynamodb:PutItem');
    expect(statement.read('Resource').items[0].target).toBe(find(app, 'Table'));
  });

  test('has roles whose trust is changed by giving another one', () => {
    const app = sam(graph('DataSources: { DynamoDb: { Books: { TableName: t, TableArn: !GetAtt Table.Arn } } }'));
    const places = ['ShopCloudWatchRole', 'ShopBooksRole'].map((id) =>
      find(app, id).writtenAt(['Properties', 'AssumeRolePolicyDocument']).path.join('.'),
    );
    expect(places).toEqual([
      'Properties.Logging.CloudWatchLogsRoleArn',
      'Properties.DataSources.DynamoDb.Books.ServiceRoleArn',
    ]);
  });

  test('logs nothing where it says so, and is unknown where only the deployment knows', () => {
    expect(find(sam(graph('Logging: false')), 'Shop').read('LogConfig').isAbsent).toBe(true);
    const open = find(sam(graph('Logging: !If [A, true, false]\n            Auth: !If [A, {}, {}]')), 'Shop');
    expect([open.read('LogConfig').isUnknown, open.read('AuthenticationType').isUnknown]).toEqual([true, true]);
  });
});

describe('a WebSocket API', () => {
  const socket = (auth: string) => `
      Resources:
        Chat:
          Type: AWS::Serverless::WebSocketApi
          Properties:
            RouteSelectionExpression: $request.body.action
            ${auth}
            Routes: { $connect: { FunctionArn: !GetAtt Books.Arn }, send: { FunctionArn: !GetAtt Books.Arn } }
        Books: { Type: AWS::Serverless::Function, Properties: { Handler: index.handler } }
  `;

  test.each([
    ['', 'fail', undefined],
    ['Auth: { AuthType: AWS_IAM }', '', 'AWS_IAM'],
    ['Auth: { AuthType: CUSTOM, AuthArn: !GetAtt Books.Arn }', '', 'CUSTOM'],
    ['Auth: { AuthType: !Ref Type }', 'unknown', undefined],
  ])('says who may connect (%s)', (auth, outcome, type) => {
    const app = sam(socket(auth));
    expect(find(app, 'ChatconnectRoute').read('AuthorizationType').scalar).toBe(type);
    expect(find(app, 'Chat').read('ProtocolType').scalar).toBe('WEBSOCKET');
    const outcomes = found(socket(auth), 'apigwv2-route-auth').filter((one) => one.includes('connect'));
    expect(outcomes.map((one) => one.split(' ')[0])).toEqual(outcome ? [outcome] : []);
  });
});

test('a capacity provider has the role that it names, or one that SAM makes', () => {
  const app = sam(`
      Resources:
        One: { Type: AWS::Serverless::CapacityProvider, Properties: { VpcConfig: { SubnetIds: [a] }, KmsKeyArn: 'arn:k' } }
        Two: { Type: AWS::Serverless::CapacityProvider, Properties: { OperatorRole: 'arn:r' } }
  `);
  expect(find(app, 'One').type).toBe('AWS::Lambda::CapacityProvider');
  expect(find(app, 'One').read('PermissionsConfig.CapacityProviderOperatorRoleArn').target).toBe(
    find(app, 'OneOperatorRole'),
  );
  expect(find(app, 'One').read('KmsKeyArn').scalar).toBe('arn:k');
  expect(find(app, 'Two').read('PermissionsConfig.CapacityProviderOperatorRoleArn').scalar).toBe('arn:r');
});

describe('an application', () => {
  test('is a nested stack, whose template may be part of the application', () => {
    const app = applicationOf(
      {
        path: 'stacks/parent.yaml',
        content: `Transform: AWS::Serverless-2016-10-31
Resources: { Child: { Type: AWS::Serverless::Application, Properties: { Location: ./child.yaml, Parameters: { P: x } } } }`,
      },
      {
        path: 'stacks/child.yaml',
        content:
          'Parameters: { P: { Type: String } }\nResources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref P } } }',
      },
    );
    expect(find(app, 'Q').read('QueueName').scalar).toBe('x');
  });

  test('of the Serverless Application Repository is a stack that nobody knows', () => {
    const app = sam(`
      Resources:
        Child: { Type: AWS::Serverless::Application, Properties: { Location: { ApplicationId: 'arn:a', SemanticVersion: 1.0.0 } } }
        Books: { Type: AWS::SSM::Parameter, Properties: { Value: !GetAtt Child.Outputs.X } }
    `);
    expect(find(app, 'Child').read('TemplateURL').isUnknown).toBe(true);
    expect(find(app, 'Books').read('Value').target).toBe(find(app, 'Child'));
  });
});
