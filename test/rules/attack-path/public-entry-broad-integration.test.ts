import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { allow, aResource, aRole, resources } from './pieces';
import { asksNobody, attackExamples, holds, may } from './play';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/attack-path/public-entry-broad-integration';

const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const http = aResource('Http', 'AWS::ApiGatewayV2::Api', 'ProtocolType: HTTP');
const ordersPiece = aResource('Orders', 'AWS::SQS::Queue');
const service = 'apigateway.amazonaws.com';
const usesRole = holds('the integration uses the role', ['Send', 'Role'], (app, find) =>
  app.references(find('Send')).outgoing.includes(find('Role')),
);

function aSend(authorization: string): string {
  const uri = 'arn:aws:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/${Orders.QueueName}';
  return aResource(
    'Send',
    'AWS::ApiGateway::Method',
    'RestApiId: !Ref Api',
    'ResourceId: !GetAtt Api.RootResourceId',
    'HttpMethod: POST',
    `AuthorizationType: ${authorization}`,
    `Integration: { Type: AWS, IntegrationHttpMethod: POST, Uri: !Sub '${uri}', Credentials: !GetAtt Role.Arn }`,
  );
}

const called = { Send: 'ShopPOST' };

export default attackExamples(rule, {
  attack: [asksNobody('Send'), usesRole, may('Role', 'sqs:PurgeQueue', 'Orders')],
  fails: [
    {
      name: 'the method sends messages, and its role is granted everything',
      called,
      at: ['RoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const orders = new sqs.Queue(stack, 'Orders');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
        orders.grant(role, 'sqs:*');
        const shop = new apigateway.RestApi(stack, 'Shop');
        const send = new apigateway.AwsIntegration({
          service: 'sqs',
          path: `${stack.account}/${orders.queueName}`,
          options: { credentialsRole: role },
        });
        shop.root.addMethod('POST', send);
      },
    },
    {
      name: 'the method sends messages, and its role may do everything to the queue',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        api,
        aSend('NONE'),
        ordersPiece,
        aRole('Role', [allow("'sqs:*'", '!GetAtt Orders.Arn')], service),
      ),
    },
    {
      name: 'the role may also empty the queue',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/1'],
      template: resources(
        api,
        aSend('NONE'),
        ordersPiece,
        aRole('Role', [allow('[sqs:SendMessage, sqs:PurgeQueue]', '!GetAtt Orders.Arn')], service),
      ),
    },
    {
      name: 'the role is granted all data of the table, which is one finding for each statement',
      attack: [asksNobody('Send'), usesRole, may('Role', 'dynamodb:DeleteItem', 'Table')],
      called: { Send: 'ShopPOST' },
      at: [
        'RoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/0',
        'RoleDefaultPolicy/Properties/PolicyDocument/Statement/1/Action/0',
      ],
      template: (stack) => {
        const key = { name: 'id', type: dynamodb.AttributeType.STRING };
        const table = new dynamodb.Table(stack, 'Table', { partitionKey: key });
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
        table.grantReadWriteData(role);
        const put = { service: 'dynamodb', action: 'PutItem', options: { credentialsRole: role } };
        new apigateway.RestApi(stack, 'Shop').root.addMethod('POST', new apigateway.AwsIntegration(put));
      },
    },
    {
      name: 'the route of an HTTP API may start every state machine',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [asksNobody('Route'), usesRole, may('Role', 'states:StartExecution', 'Refunds')],
      template: resources(
        http,
        aResource(
          'Route',
          'AWS::ApiGatewayV2::Route',
          'ApiId: !Ref Http',
          'RouteKey: POST /orders',
          "Target: !Sub 'integrations/${Send}'",
        ),
        aResource(
          'Send',
          'AWS::ApiGatewayV2::Integration',
          'ApiId: !Ref Http',
          'IntegrationType: AWS_PROXY',
          'IntegrationSubtype: StepFunctions-StartExecution',
          'CredentialsArn: !GetAtt Role.Arn',
        ),
        aRole('Role', [allow('states:StartExecution', "'*'")], service),
        aResource('Refunds', 'AWS::StepFunctions::StateMachine'),
      ),
    },
  ],
  passes: [
    {
      name: 'callers of our API sign, and the role is granted to send',
      called,
      template: (stack) => {
        const orders = new sqs.Queue(stack, 'Orders');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
        orders.grantSendMessages(role);
        const shop = new SecureApi(stack, 'Shop');
        const send = new apigateway.AwsIntegration({
          service: 'sqs',
          path: `${stack.account}/${orders.queueName}`,
          options: { credentialsRole: role },
        });
        shop.root.addMethod('POST', send);
      },
    },
    {
      name: 'the role may send messages to the queue, and use its key',
      template: resources(
        api,
        aSend('NONE'),
        ordersPiece,
        aRole(
          'Role',
          [
            allow('sqs:SendMessage', '!GetAtt Orders.Arn'),
            allow('[kms:Decrypt, kms:GenerateDataKey]', '!GetAtt Key.Arn'),
          ],
          service,
        ),
        aResource('Key', 'AWS::KMS::Key'),
      ),
    },
    {
      name: 'callers sign their calls',
      template: resources(
        api,
        aSend('AWS_IAM'),
        ordersPiece,
        aRole('Role', [allow("'sqs:*'", '!GetAtt Orders.Arn')], service),
      ),
    },
  ],
});
