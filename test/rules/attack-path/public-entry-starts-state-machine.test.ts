import { aFunction, allow, aMethod, aResource, aRole, resources } from './pieces';
import { asksNobody, attackExamples, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/public-entry-starts-state-machine';

const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const refunds = aResource('Refunds', 'AWS::StepFunctions::StateMachine');
const role = aRole('Role', [allow('states:StartExecution', '!Ref Refunds')]);
const starts = may('Role', 'states:StartExecution', 'Refunds');

function aDirectMethod(authorization: string): string {
  const uri = 'arn:aws:apigateway:${AWS::Region}:states:action/StartExecution';
  return aResource(
    'Start',
    'AWS::ApiGateway::Method',
    'RestApiId: !Ref Api',
    'ResourceId: !GetAtt Api.RootResourceId',
    'HttpMethod: POST',
    `AuthorizationType: ${authorization}`,
    `Integration: { Type: AWS, IntegrationHttpMethod: POST, Uri: !Sub '${uri}', Credentials: !GetAtt Role.Arn }`,
  );
}

export default attackExamples(rule, {
  attack: [asksNobody('ShopMethod'), runsAs('Shop', 'Role'), starts],
  fails: [
    {
      name: 'a method without authorization leads to a function that starts executions',
      at: ['ShopMethod/Properties/AuthorizationType'],
      template: resources(api, aMethod('Shop'), aFunction('Shop', 'Role'), role, refunds),
    },
    {
      name: 'the method starts executions by itself',
      at: ['Start/Properties/AuthorizationType'],
      attack: [asksNobody('Start'), starts],
      template: resources(api, aDirectMethod('NONE'), role.replace('lambda', 'apigateway'), refunds),
    },
    {
      name: 'a route of an HTTP API does',
      at: ['Route/Properties/AuthorizationType'],
      attack: [asksNobody('Route'), starts],
      template: resources(
        aResource('Http', 'AWS::ApiGatewayV2::Api', 'ProtocolType: HTTP'),
        aResource(
          'Route',
          'AWS::ApiGatewayV2::Route',
          'ApiId: !Ref Http',
          'RouteKey: POST /refunds',
          "Target: !Sub 'integrations/${Start}'",
        ),
        aResource(
          'Start',
          'AWS::ApiGatewayV2::Integration',
          'ApiId: !Ref Http',
          'IntegrationType: AWS_PROXY',
          'IntegrationSubtype: StepFunctions-StartSyncExecution',
          'CredentialsArn: !GetAtt Role.Arn',
        ),
        role.replace('lambda', 'apigateway'),
        refunds,
      ),
    },
  ],
  passes: [
    {
      name: 'callers sign their calls',
      attack: [asksNobody('Start'), starts],
      template: resources(api, aDirectMethod('AWS_IAM'), role.replace('lambda', 'apigateway'), refunds),
    },
    {
      name: 'the public function only looks at executions',
      template: resources(
        api,
        aMethod('Shop', 'GET'),
        aFunction('Shop', 'Role'),
        aRole('Role', [allow('states:DescribeStateMachine', '!Ref Refunds')]),
        refunds,
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the public function is not part of the application',
      at: ['Shop/Properties/Role'],
      template: resources(
        api,
        aMethod('Shop'),
        aResource('Shop', 'AWS::Lambda::Function', 'Role: !ImportValue ShopRole'),
      ),
    },
  ],
});
