import { applicationOf, find } from './templates';
import { evaluate, rules } from '../../src/rules';
import { dedent } from '../rules/rule-examples';

function sam(template: string) {
  return applicationOf(`Transform: AWS::Serverless-2016-10-31\n${dedent(template)}`);
}

/** Where a rule fails. */
function places(template: string, id: string): readonly string[] {
  const rule = rules.filter((one) => one.id === id);
  expect(rule).toHaveLength(1);
  return evaluate(rule, sam(template))
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ resource, path }) => [resource.logicalId, ...path].join('.'));
}

const fn = (properties: string, more = '') => `
  ${more}
  Resources:
    Books:
      Type: AWS::Serverless::Function
      Properties:
        Handler: index.handler
        Runtime: nodejs22.x
        ${properties}
`;

describe('a function', () => {
  test('is the function of Lambda that it stands for, Globals and all', () => {
    const app = sam(`
      Globals:
        Function:
          Timeout: 7
          Tags: { team: shop }
          Environment: { Variables: { A: one, B: one } }
          Layers: [arn:a]
      Resources:
        Books:
          Type: AWS::Serverless::Function
          DependsOn: Other
          Properties:
            Timeout: 9
            CodeUri: s3://bucket/key
            Tracing: Active
            DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Queue.Arn }
            Environment: { Variables: { B: two } }
            Layers: [arn:b]
        Queue: { Type: AWS::SQS::Queue }
        Other: { Type: AWS::SQS::Queue }
    `);
    const books = find(app, 'Books');
    expect(books.type).toBe('AWS::Lambda::Function');
    expect(books.dependsOn).toEqual(['Other']);
    expect(books.read('Timeout').number).toBe(9);
    expect(books.read('Environment.Variables').resolved).toEqual({ A: 'one', B: 'two' });
    expect(books.read('Layers').resolved).toEqual(['arn:a', 'arn:b']);
    expect(books.read('TracingConfig.Mode').scalar).toBe('Active');
    expect(books.read('Tags').resolved).toEqual([{ Key: 'team', Value: 'shop' }]);
    expect(books.read('DeadLetterConfig.TargetArn').target).toBe(find(app, 'Queue'));
    expect(app.policiesOf(books.read('Role').target!)).toHaveLength(3);
  });

  test('keeps the branches of conditions apart', () => {
    const [books] = sam(
      fn(
        'Tracing: !If [IsProduction, Active, PassThrough]',
        'Conditions: { IsProduction: !Equals [!Ref Stage, prod] }\n  Parameters: { Stage: { Type: String } }',
      ),
    ).ofType('AWS::Lambda::Function');
    expect(books.read('TracingConfig.Mode').branches.map(({ scalar }) => scalar)).toEqual(['Active', 'PassThrough']);
  });

  test.each([
    [
      'its policies',
      'iam-wildcard-action',
      'Policies: [{ Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }] }]',
      'Books.Properties.Policies.0.Statement.0.Action',
    ],
    [
      'its URL',
      'lambda-url-auth-none',
      'FunctionUrlConfig: { AuthType: NONE }',
      'Books.Properties.FunctionUrlConfig.AuthType',
    ],
    [
      'its inline code',
      'lambda-inline-code-secret',
      'InlineCode: "const key = \'AKIAIOSFODNN7EXAMPLX\'"',
      'Books.Properties.InlineCode',
    ],
  ])('fails where SAM makes something insecure of %s, at the property of SAM', (_, rule, properties, place) => {
    expect(places(fn(properties), rule)).toContain(place);
  });

  test('has a role with what SAM gives it, policy templates too', () => {
    const app = sam(fn('Policies: [DynamoDBCrudPolicy: { TableName: books }]\n        VpcConfig: { SubnetIds: [a] }'));
    const role = find(app, 'BooksRole');
    expect(role.read('ManagedPolicyArns').items.map(({ text }) => text)).toEqual([
      'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
    ]);
    expect(role.read('Policies.0.PolicyDocument').read('Statement').items[0].read('Action').items[0].text).toBe(
      'dynamodb:GetItem',
    );
  });
});

describe('events', () => {
  test('become permissions for one source, and mappings', () => {
    const app = sam(`
      Resources:
        Books:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Queue: { Type: SQS, Properties: { Queue: !GetAtt Orders.Arn, BatchSize: 5 } }
              Topic: { Type: SNS, Properties: { Topic: !Ref News } }
              Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
              Nightly2: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day) } }
        Orders: { Type: AWS::SQS::Queue }
        News: { Type: AWS::SNS::Topic }
    `);
    expect(find(app, 'BooksQueue').read('EventSourceArn').target).toBe(find(app, 'Orders'));
    expect(find(app, 'BooksTopicPermission').read('SourceArn').target).toBe(find(app, 'News'));
    expect(find(app, 'BooksNightlyPermission').read('SourceArn').target).toBe(find(app, 'BooksNightly'));
    expect(find(app, 'BooksNightly2').read('Target.RoleArn').target).toBe(find(app, 'BooksNightly2Role'));
  });
});

describe('APIs', () => {
  const open = fn(`Events:
          Get: { Type: Api, Properties: { Path: /books, Method: get } }`);

  test('that no resource declares are found open at the event that asks for them', () => {
    expect(places(open, 'apigw-method-auth')).toEqual(['Books.Properties.Events.Get.Properties']);
  });

  test('pass with an authorizer for all, and fail where an event takes it off', () => {
    const guarded = (event: string) => `
      Resources:
        Shop:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
            TracingEnabled: true
            Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/a' } } }
        Books:
          Type: AWS::Serverless::Function
          Properties:
            Events: { Get: { Type: Api, Properties: { Path: /books, Method: get, RestApiId: !Ref Shop${event} } } }
        Output: { Type: AWS::SSM::Parameter, Properties: { Value: !Sub '\${Shop.Stage}', Name: !Ref Shop.Stage } }
    `;
    expect(places(guarded(''), 'apigw-method-auth')).toEqual([]);
    expect(places(guarded(', Auth: { Authorizer: NONE }'), 'apigw-method-auth')).toEqual([
      'Books.Properties.Events.Get.Properties',
    ]);
    const app = sam(guarded(''));
    expect(find(app, 'Output').read('Name').target).toBe(find(app, 'ShopliveStage'));
    expect(find(app, 'Output').read('Value').target).toBe(find(app, 'ShopliveStage'));
    expect(find(app, 'ShopliveStage').writtenAt(['Properties', 'TracingEnabled'])).toEqual({
      resource: find(app, 'Shop'),
      path: ['Properties', 'TracingEnabled'],
    });
  });

  test('of HTTP are judged alike', () => {
    const http = fn(`Events:
          Get: { Type: HttpApi, Properties: { Path: /books, Method: get } }`);
    expect(places(http, 'apigwv2-route-auth')).toEqual(['Books.Properties.Events.Get.Properties']);
  });
});

test('tables, state machines and layers are what they stand for', () => {
  const app = sam(`
    Resources:
      Table: { Type: AWS::Serverless::SimpleTable, Properties: { SSESpecification: { SSEEnabled: true } } }
      Flow: { Type: AWS::Serverless::StateMachine, Properties: { Definition: { StartAt: A }, Tracing: { Enabled: true } } }
      Layer: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: layer/ } }
  `);
  expect(find(app, 'Table').read('SSESpecification.SSEEnabled').isTrue).toBe(true);
  expect(find(app, 'Table').type).toBe('AWS::DynamoDB::Table');
  expect(find(app, 'Flow').read('TracingConfiguration.Enabled').isTrue).toBe(true);
  expect(find(app, 'Flow').read('RoleArn').target).toBe(find(app, 'FlowRole'));
  expect(find(app, 'Layer').deletionPolicy.scalar).toBe('Retain');
});

test('no rule throws at events of every type and shape', () => {
  const types = [
    'S3',
    'SNS',
    'Schedule',
    'ScheduleV2',
    'CloudWatchEvent',
    'EventBridgeRule',
    'Cognito',
    'CloudWatchLogs',
  ];
  const more = [
    'IoTRule',
    'AlexaSkill',
    'SQS',
    'Kinesis',
    'DynamoDB',
    'MSK',
    'MQ',
    'DocumentDB',
    'SelfManagedKafka',
    'Api',
  ];
  const names = [
    'Topic',
    'SqsSubscription',
    'DeadLetterConfig',
    'Schedule',
    'Pattern',
    'Auth',
    'Path',
    'Method',
    'RestApiId',
  ];
  const others = [
    'DestinationConfig',
    'UserPool',
    'LogGroupName',
    'RoleArn',
    'Queue',
    'Stream',
    'Target',
    'FlexibleTimeWindow',
  ];
  const shapes = [
    null,
    'text',
    1,
    true,
    [],
    {},
    ['x'],
    { Type: 'SQS' },
    { Ref: 'X' },
    { 'Fn::If': ['C', { a: 1 }, []] },
  ];
  const Resources = Object.fromEntries(
    shapes.flatMap((shape, index) => {
      const properties = Object.fromEntries([...names, ...others].map((name) => [name, shape]));
      const Events = Object.fromEntries(
        [...types, ...more, 'HttpApi', 'Invented', 'toString'].map((Type) => [
          `On${Type}`,
          { Type, Properties: properties },
        ]),
      );
      return [
        [`F${index}`, { Type: 'AWS::Serverless::Function', Properties: { Events } }],
        [`M${index}`, { Type: 'AWS::Serverless::StateMachine', Properties: { Events } }],
      ];
    }),
  );
  const thrown = evaluate(rules, applicationOf(JSON.stringify({ Resources }))).filter(({ because }) =>
    because?.startsWith('the rule met'),
  );
  expect(thrown.map(({ rule, because }) => `${rule.id}: ${because}`)).toEqual([]);
});

test('no rule throws at SAM resources of every shape', () => {
  const properties = [
    'Policies',
    'Events',
    'Tags',
    'FunctionUrlConfig',
    'Auth',
    'Domain',
    'DefinitionBody',
    'VpcConfig',
    'Tracing',
    'PrimaryKey',
    'DeadLetterQueue',
    'EventInvokeConfig',
    'CodeUri',
    'Location',
    'Cors',
    'CorsConfiguration',
    'StageName',
    'Routes',
    'ApiKeys',
    'Cache',
    'DataSources',
    'Logging',
    'DeploymentPreference',
    'AutoPublishAlias',
    'Source',
    'Destination',
    'Permissions',
    'Definition',
    'Layers',
    'Environment',
    'ScalingConfig',
  ];
  const shapes = [null, 'text', 1, [], {}, ['x'], { a: { b: 1 } }, { Ref: 'X' }, { 'Fn::If': ['C', { a: 1 }, []] }];
  const types = [
    'Function',
    'Api',
    'HttpApi',
    'SimpleTable',
    'StateMachine',
    'LayerVersion',
    'Application',
    'Connector',
    'CapacityProvider',
    'GraphQLApi',
    'WebSocketApi',
    'Invented',
  ];
  const Resources = Object.fromEntries(
    types.flatMap((type) =>
      shapes.map((shape, index) => [
        `${type}${index}`,
        { Type: `AWS::Serverless::${type}`, Properties: Object.fromEntries(properties.map((name) => [name, shape])) },
      ]),
    ),
  );
  const app = applicationOf(JSON.stringify({ Resources }));
  const thrown = evaluate(rules, app).filter(({ because }) => because?.startsWith('the rule met'));
  expect(thrown.map(({ rule, because }) => `${rule.id}: ${because}`)).toEqual([]);
  const globals = Object.fromEntries(
    types.map((type) => [type, Object.fromEntries(properties.map((name) => [name, shapes[5]]))]),
  );
  expect(() => applicationOf(JSON.stringify({ Globals: globals, Resources }))).not.toThrow();
  for (const shape of shapes) {
    const inGlobals = { Function: shape, Api: { Auth: shape, Domain: shape, Cors: shape } };
    expect(() => applicationOf(JSON.stringify({ Globals: inGlobals, Resources }))).not.toThrow();
  }
});
