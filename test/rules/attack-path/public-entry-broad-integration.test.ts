import { allow, aResource, aRole, resources } from './pieces';
import { asksNobody, attackExamples, holds, may } from './play';
import rule from '../../../src/rules/attack-path/public-entry-broad-integration';

const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const http = aResource('Http', 'AWS::ApiGatewayV2::Api', 'ProtocolType: HTTP');
const orders = aResource('Orders', 'AWS::SQS::Queue');
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

export default attackExamples(rule, {
  attack: [asksNobody('Send'), usesRole, may('Role', 'sqs:PurgeQueue', 'Orders')],
  fails: [
    {
      name: 'the method sends messages, and its role may do everything to the queue',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(api, aSend('NONE'), orders, aRole('Role', [allow("'sqs:*'", '!GetAtt Orders.Arn')], service)),
    },
    {
      name: 'the role may also empty the queue',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/1'],
      template: resources(
        api,
        aSend('NONE'),
        orders,
        aRole('Role', [allow('[sqs:SendMessage, sqs:PurgeQueue]', '!GetAtt Orders.Arn')], service),
      ),
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
      name: 'the role may send messages to the queue, and use its key',
      template: resources(
        api,
        aSend('NONE'),
        orders,
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
        orders,
        aRole('Role', [allow("'sqs:*'", '!GetAtt Orders.Arn')], service),
      ),
    },
  ],
});
