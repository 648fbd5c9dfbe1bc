import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aFunction, aMethod, aResource, aRole, aUrl, aWebFunction, allow, resources } from './pieces';
import { anybodyMay, asksNobody, attackExamples, may, runsAs } from './play';
import { SecureApi } from '../../../src/api/secure-api';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/public-entry-writes-data';

const tablePiece = aResource('Table', 'AWS::DynamoDB::Table');
const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const ordersPiece = aFunction('Orders', 'Role');
const writer = aRole('Role', [allow('[dynamodb:GetItem, dynamodb:PutItem, dynamodb:DeleteItem]', '!GetAtt Table.Arn')]);
const writes = [runsAs('Orders', 'Role'), may('Role', 'dynamodb:DeleteItem', 'Table')];
const byUrl = [
  asksNobody('OrdersUrl', 'AuthType'),
  anybodyMay('lambda:InvokeFunctionUrl', 'Orders', { 'lambda:FunctionUrlAuthType': 'NONE' }),
  ...writes,
];

const called = { OrdersMethod: 'ShopPOST', Role: 'OrdersServiceRole' };

export default attackExamples(rule, {
  attack: [asksNobody('OrdersMethod'), ...writes],
  fails: [
    {
      name: 'the method of the L2 asks nobody, and its function writes to a table',
      called,
      at: ['ShopPOST/Properties/AuthorizationType'],
      template: (stack) => {
        const table = new dynamodb.Table(stack, 'Table', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        table.grantReadWriteData(orders);
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
      },
    },
    {
      name: 'a method without authorization leads to a function that writes to a table',
      at: ['OrdersMethod/Properties/AuthorizationType'],
      template: resources(api, aMethod('Orders'), ordersPiece, writer, tablePiece),
    },
    {
      name: 'a function URL without authorization leads to it',
      at: ['OrdersUrl/Properties/AuthType'],
      attack: byUrl,
      template: resources(aUrl('Orders'), ordersPiece, writer, tablePiece),
    },
    {
      name: 'the right comes from a pattern',
      attack: [
        asksNobody('OrdersMethod'),
        runsAs('Orders', 'Role'),
        may('Role', 's3:DeleteObject', 'Films', { below: '/x' }),
      ],
      template: resources(
        api,
        aMethod('Orders', 'GET'),
        ordersPiece,
        aRole('Role', [allow('s3:*Object*', "!Sub '${Films.Arn}/*'")]),
        aResource('Films', 'AWS::S3::Bucket'),
      ),
    },
    {
      name: 'nobody asks when the WebSocket connection is made',
      at: ['Connect/Properties/AuthorizationType'],
      attack: [asksNobody('Connect'), ...writes],
      template: resources(
        aResource('Chat', 'AWS::ApiGatewayV2::Api', 'ProtocolType: WEBSOCKET'),
        aResource(
          'Connect',
          'AWS::ApiGatewayV2::Route',
          'ApiId: !Ref Chat',
          'RouteKey: $connect',
          'AuthorizationType: NONE',
        ),
        aResource(
          'Send',
          'AWS::ApiGatewayV2::Route',
          'ApiId: !Ref Chat',
          'RouteKey: send',
          "Target: !Sub 'integrations/${ToOrders}'",
        ),
        aResource(
          'ToOrders',
          'AWS::ApiGatewayV2::Integration',
          'ApiId: !Ref Chat',
          'IntegrationUri: !GetAtt Orders.Arn',
        ),
        ordersPiece,
        writer,
        tablePiece,
      ),
    },
    {
      name: 'the GraphQL API takes a key that every client carries',
      at: ['Graph/Properties/AuthenticationType'],
      attack: [asksNobody('Graph', 'AuthenticationType'), ...writes],
      template: resources(
        aResource('Graph', 'AWS::AppSync::GraphQLApi', 'AuthenticationType: API_KEY'),
        aResource(
          'Source',
          'AWS::AppSync::DataSource',
          'ApiId: !GetAtt Graph.ApiId',
          'LambdaConfig: { LambdaFunctionArn: !GetAtt Orders.Arn }',
        ),
        aResource(
          'Create',
          'AWS::AppSync::Resolver',
          'TypeName: Mutation',
          'FieldName: create',
          'DataSourceName: !GetAtt Source.Name',
        ),
        ordersPiece,
        writer,
        tablePiece,
      ),
    },
    {
      name: 'an endpoint of a web function that leaves it to the code who calls',
      at: ['OrdersEndpoint/Properties/AuthType'],
      attack: [asksNobody('OrdersEndpoint', 'AuthType'), ...writes],
      template: resources(aWebFunction('Orders', 'Role'), writer, tablePiece),
    },
  ],
  passes: [
    {
      name: 'callers of the web function sign their requests',
      attack: [asksNobody('OrdersEndpoint', 'AuthType'), ...writes],
      template: resources(aWebFunction('Orders', 'Role', 'IamAuth'), writer, tablePiece),
    },
    {
      name: 'the endpoint leads to another revision',
      attack: [runsAs('Other', 'Role')],
      template: resources(
        aWebFunction('Orders', 'Role'),
        writer,
        tablePiece,
        aRole('OtherRole', []),
        aResource(
          'Other',
          'AWS::Lambda::WebFunctionRevision',
          'FunctionName: !Ref OrdersWeb',
          'ServiceConfig: { ExecutionRoleArn: !GetAtt OtherRole.Arn }',
        ),
      ).replace('AuthType:', 'RevisionWeights: [{ RevisionId: !Ref Other, Weight: 100 }]\n    AuthType:'),
    },
    {
      name: 'callers of our API sign their calls',
      called,
      template: (stack) => {
        const table = new dynamodb.Table(stack, 'Table', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        table.grantReadWriteData(orders);
        const shop = new SecureApi(stack, 'Shop');
        shop.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
      },
    },
    {
      name: 'an authorizer asks who is calling',
      template: resources(
        api,
        aMethod('Orders', 'POST', 'AuthorizationType: COGNITO_USER_POOLS', 'AuthorizerId: !Ref Users'),
        ordersPiece,
        writer,
        tablePiece,
      ),
    },
    {
      name: 'the function only reads',
      template: resources(
        api,
        aMethod('Orders', 'GET'),
        ordersPiece,
        aRole('Role', [allow('[dynamodb:GetItem, dynamodb:Query]', '!GetAtt Table.Arn')]),
        tablePiece,
      ),
    },
    {
      name: 'a deny takes the right away',
      template: resources(
        api,
        aMethod('Orders'),
        ordersPiece,
        aRole('Role', [
          allow("'dynamodb:*'", '!GetAtt Table.Arn'),
          "{ Effect: Deny, NotAction: ['dynamodb:Get*', 'dynamodb:Query'], Resource: '*' }",
        ]),
        tablePiece,
      ),
    },
    {
      name: 'no permission lets strangers call the function URL',
      attack: byUrl,
      template: resources(
        aResource('OrdersUrl', 'AWS::Lambda::Url', 'AuthType: NONE', 'TargetFunctionArn: !GetAtt Orders.Arn'),
        ordersPiece,
        writer,
        tablePiece,
      ),
    },
    {
      name: 'only a VPC endpoint reaches the API',
      attack: [asksNobody('OrdersMethod'), anybodyMay('execute-api:Invoke', 'Api')],
      template: resources(
        aResource('Api', 'AWS::ApiGateway::RestApi', 'EndpointConfiguration: { Types: [PRIVATE] }'),
        aMethod('Orders'),
        ordersPiece,
        writer,
        tablePiece,
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the public function is not part of the application',
      at: ['Orders/Properties/Role'],
      template: resources(
        api,
        aMethod('Orders'),
        aResource('Orders', 'AWS::Lambda::Function', 'Role: !ImportValue OrdersRole'),
      ),
    },
    {
      name: 'the kind of authorization is a parameter',
      at: ['OrdersMethod/Properties/AuthorizationType'],
      template: `
        Parameters:
          Authorization:
            Type: String
        Resources:
${resources(api, aMethod('Orders', 'POST', 'AuthorizationType: !Ref Authorization'), ordersPiece, writer, tablePiece).replace(/^/gm, '          ')}
      `,
    },
  ],
});
