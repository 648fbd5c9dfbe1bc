import {
  App,
  aws_apigateway as apigateway,
  aws_apigatewayv2 as apigatewayv2,
  aws_appsync as appsync,
  aws_dynamodb as dynamodb,
  aws_lambda as lambda,
  aws_s3 as s3,
  Stack,
} from 'aws-cdk-lib';
import { HttpLambdaIntegration, WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { codeWithin } from '../../../../src/rules/attack-path/reading/code-locations';
import { openEntriesTo } from '../../../../src/rules/attack-path/reading/entries';
import { rightsOf } from '../../../../src/rules/attack-path/reading/rights';
import { Application } from '../../../../src/template';
import { applicationOf } from '../../rule-examples';

function aFunction(scope: Stack, id = 'Orders'): lambda.Function {
  return new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = () => {}'),
  });
}

function load(app: App): Application {
  return Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
}

function entriesIn(app: Application): readonly string[] {
  const fn = app.ofType('AWS::Lambda::Function').find(({ logicalId }) => logicalId.startsWith('Orders'))!;
  return openEntriesTo(fn, app).map(({ name, open }) => `${open}: ${name}`);
}

function inOneStack(make: (stack: Stack) => void): Application {
  const app = new App();
  make(new Stack(app, 'Shop'));
  return load(app);
}

describe('ways in, as the L2s write them', () => {
  test('a proxy of a REST API is one at the root and one below', () => {
    const app = inOneStack((stack) => {
      new apigateway.LambdaRestApi(stack, 'Api', { handler: aFunction(stack) });
    });
    expect(entriesIn(app)).toEqual(['yes: ANY /{proxy+}', 'yes: ANY /']);
  });

  test('preflights and methods that ask are none', () => {
    const app = inOneStack((stack) => {
      const api = new apigateway.RestApi(stack, 'Api', {
        defaultCorsPreflightOptions: { allowOrigins: ['https://shop.example'] },
      });
      const integration = new apigateway.LambdaIntegration(aFunction(stack));
      api.root.addMethod('GET', integration, { authorizationType: apigateway.AuthorizationType.IAM });
      api.root.addResource('orders').addMethod('POST', integration);
    });
    expect(entriesIn(app)).toEqual(['yes: POST /orders']);
  });

  test('a route of an HTTP API is one, also to an alias in another stack', () => {
    const cdk = new App();
    const fn = aFunction(new Stack(cdk, 'Functions'));
    const live = new lambda.Alias(fn.stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
    new apigatewayv2.HttpApi(new Stack(cdk, 'Entry'), 'Api').addRoutes({
      path: '/orders',
      methods: [apigatewayv2.HttpMethod.POST],
      integration: new HttpLambdaIntegration('ToOrders', live),
    });
    expect(entriesIn(load(cdk))).toEqual(['yes: POST /orders']);
  });

  test('every route of a WebSocket API is one where connecting asks nobody', () => {
    const app = inOneStack((stack) => {
      const integration = new WebSocketLambdaIntegration('ToOrders', aFunction(stack));
      const api = new apigatewayv2.WebSocketApi(stack, 'Api', { connectRouteOptions: { integration } });
      api.addRoute('send', { integration });
    });
    expect(entriesIn(app)).toEqual(['yes: $connect', 'yes: send']);
  });

  test('a function URL is one with NONE, and none with AWS_IAM', () => {
    const withAuth = (authType: lambda.FunctionUrlAuthType) =>
      inOneStack((stack) => void aFunction(stack).addFunctionUrl({ authType }));
    expect(entriesIn(withAuth(lambda.FunctionUrlAuthType.NONE))).toEqual([expect.stringMatching(/^yes: the URL /)]);
    expect(entriesIn(withAuth(lambda.FunctionUrlAuthType.AWS_IAM))).toEqual([]);
  });

  test('a field of a GraphQL API with a key is one', () => {
    const app = inOneStack((stack) => {
      const api = new appsync.GraphqlApi(stack, 'Api', {
        name: 'shop',
        definition: appsync.Definition.fromSchema(appsync.SchemaFile.fromAsset(`${__dirname}/schema.graphql`)),
      });
      api
        .addLambdaDataSource('Orders', aFunction(stack, 'OrdersFunction'))
        .createResolver('Create', { typeName: 'Mutation', fieldName: 'create' });
    });
    const fn = app.ofType('AWS::Lambda::Function')[0];
    expect(openEntriesTo(fn, app).map(({ name, open }) => `${open}: ${name}`)).toEqual(['yes: Mutation.create']);
  });
});

describe('ways in, in other words', () => {
  const api = (definition: string) => `
    Orders: { Type: AWS::Lambda::Function }
    Api:
      Type: AWS::ApiGateway::RestApi
      Properties:
        Body:
          paths:
            /orders:
              post:
                ${definition}
                x-amazon-apigateway-integration: { type: aws_proxy, uri: !Sub 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations' }
  `;
  const entries = (template: string) => entriesIn(applicationOf({ name: '', template }));

  test('an operation of an OpenAPI definition without security is one', () => {
    expect(entries(api('operationId: create'))).toEqual(['yes: POST /orders']);
    expect(entries(api('x-amazon-apigateway-auth: { type: AWS_IAM }'))).toEqual([]);
  });

  test.each([
    [
      'lets everybody in',
      `{ Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' }`,
      ['yes: GET /'],
    ],
    [
      'lets one network in',
      `{ Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*', Condition: { IpAddress: { aws:SourceIp: 203.0.113.0/24 } } }`,
      [],
    ],
  ])('a resource policy that %s decides too', (_, statement, expected) => {
    const template = `
      Orders: { Type: AWS::Lambda::Function }
      Api: { Type: AWS::ApiGateway::RestApi, Properties: { Policy: { Statement: [${statement}] } } }
      Get:
        Type: AWS::ApiGateway::Method
        Properties:
          RestApiId: !Ref Api
          ResourceId: !GetAtt Api.RootResourceId
          HttpMethod: GET
          Integration: { Uri: !Sub 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations' }
    `;
    expect(entries(template)).toEqual(expected);
  });

  test('a method of an API that is not part of the application may be one', () => {
    const template = `
      Orders: { Type: AWS::Lambda::Function }
      Get:
        Type: AWS::ApiGateway::Method
        Properties:
          RestApiId: !ImportValue Api
          HttpMethod: GET
          Integration: { Uri: !Sub 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations' }
    `;
    expect(entries(template)).toEqual(['unknown: GET /']);
  });
});

describe('the rights of a role', () => {
  const rights = (statement: string, actions: readonly string[]) => {
    const app = applicationOf({
      name: '',
      template: `
        Films: { Type: AWS::S3::Bucket }
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {}
            Policies: [{ PolicyName: work, PolicyDocument: { Version: '2012-10-17', Statement: [${statement}] } }]
      `,
    });
    return rightsOf(app.ofType('AWS::IAM::Role')[0], app, actions).found;
  };

  test.each([
    [
      'a grant of the CDK',
      `{ Effect: Allow, Action: ['s3:GetObject*', 's3:List*'], Resource: [!GetAtt Films.Arn, !Sub '\${Films.Arn}/*'] }`,
      's3:GetObject',
      'yes',
    ],
    ['everything but some actions', `{ Effect: Allow, NotAction: 'iam:*', Resource: '*' }`, 's3:PutObject', 'yes'],
    [
      'what another stack exports',
      `{ Effect: Allow, Action: dynamodb:PutItem, Resource: !ImportValue Table }`,
      'dynamodb:PutItem',
      'yes',
    ],
  ])('include %s', (_, statement, action, truth) => {
    expect(rights(statement, [action]).map((right) => right.truth)).toEqual([truth]);
  });

  test.each([
    [
      'an action on what it cannot be done to',
      `{ Effect: Allow, Action: '*', Resource: !Sub '\${Films.Arn}/*' }`,
      'logs:DeleteLogGroup',
    ],
    [
      'an action of buckets on objects',
      `{ Effect: Allow, Action: 's3:*', Resource: !Sub '\${Films.Arn}/*' }`,
      's3:PutBucketPolicy',
    ],
    [
      'what a condition limits',
      `{ Effect: Allow, Action: s3:PutObject, Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': films } } }`,
      's3:PutObject',
    ],
    [
      'what everything but some actions leaves out',
      `{ Effect: Allow, NotAction: 's3:*', Resource: '*' }`,
      's3:PutObject',
    ],
  ])('do not include %s', (_, statement, action) => {
    expect(rights(statement, [action])).toEqual([]);
  });

  test('are those of all stacks and policies, as the L2s grant them', () => {
    const cdk = new App();
    const table = new dynamodb.Table(new Stack(cdk, 'Data'), 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    table.grantReadWriteData(aFunction(new Stack(cdk, 'Functions')));
    const app = load(cdk);
    const [right] = rightsOf(app.ofType('AWS::IAM::Role')[0], app, [
      'dynamodb:DeleteItem',
      'dynamodb:DeleteTable',
    ]).found;
    expect(right.actions).toEqual(['dynamodb:DeleteItem']);
    expect(right.on.map(({ target }) => target?.type)).toContain('AWS::DynamoDB::Table');
  });
});

test('code in a bucket of another stack is found there, although the bucket is named with its stack', () => {
  const cdk = new App();
  const bucket = new s3.Bucket(new Stack(cdk, 'Storage'), 'Artifacts');
  const stack = new Stack(cdk, 'Functions');
  bucket.grantWrite(aFunction(stack, 'Uploader'));
  new lambda.Function(stack, 'Payments', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromBucket(bucket, 'payments.zip'),
  });
  const app = load(cdk);
  const role = app.ofType('AWS::IAM::Role').find(({ logicalId }) => logicalId.startsWith('Uploader'))!;
  const [{ statement }] = rightsOf(role, app, ['s3:PutObject']).found;
  expect([...codeWithin(statement, app)].map(({ logicalId }) => logicalId)).toEqual([
    expect.stringMatching(/^Payments/),
  ]);
});
