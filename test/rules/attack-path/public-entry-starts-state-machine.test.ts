import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { aFunction, aMethod, aResource, aRole, aWebFunction, allow, resources } from './pieces';
import { asksNobody, attackExamples, may, runsAs } from './play';
import { SecureApi } from '../../../src/api/secure-api';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/public-entry-starts-state-machine';

const apiPiece = aResource('Api', 'AWS::ApiGateway::RestApi');
const refundsPiece = aResource('Refunds', 'AWS::StepFunctions::StateMachine');
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

const called = { ShopMethod: 'ApiPOST', Role: 'ShopServiceRole' };

export default attackExamples(rule, {
  attack: [asksNobody('ShopMethod'), runsAs('Shop', 'Role'), starts],
  fails: [
    {
      name: 'the method of the L2 asks nobody, and its function starts executions',
      called,
      at: ['ApiPOST/Properties/AuthorizationType'],
      template: (stack) => {
        const refunds = new sfn.StateMachine(stack, 'Refunds', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Refund')),
        });
        const shop = new lambda.Function(stack, 'Shop', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        refunds.grantStartExecution(shop);
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod('POST', new apigateway.LambdaIntegration(shop));
      },
    },
    {
      name: 'a method without authorization leads to a function that starts executions',
      at: ['ShopMethod/Properties/AuthorizationType'],
      template: resources(apiPiece, aMethod('Shop'), aFunction('Shop', 'Role'), role, refundsPiece),
    },
    {
      name: 'the method starts executions by itself',
      at: ['Start/Properties/AuthorizationType'],
      attack: [asksNobody('Start'), starts],
      template: resources(apiPiece, aDirectMethod('NONE'), role.replace('lambda', 'apigateway'), refundsPiece),
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
        refundsPiece,
      ),
    },
    {
      name: 'an endpoint of a web function that leaves it to the code who calls',
      at: ['ShopEndpoint/Properties/AuthType'],
      attack: [asksNobody('ShopEndpoint', 'AuthType'), runsAs('Shop', 'Role'), starts],
      template: resources(aWebFunction('Shop', 'Role'), role, refundsPiece),
    },
  ],
  passes: [
    {
      name: 'callers of our API sign their calls',
      called,
      template: (stack) => {
        const refunds = new sfn.StateMachine(stack, 'Refunds', {
          definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Refund')),
        });
        const shop = new SecureFunction(stack, 'Shop', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        refunds.grantStartExecution(shop);
        const api = new SecureApi(stack, 'Api');
        api.root.addMethod('POST', new apigateway.LambdaIntegration(shop));
      },
    },
    {
      name: 'callers sign their calls',
      attack: [asksNobody('Start'), starts],
      template: resources(apiPiece, aDirectMethod('AWS_IAM'), role.replace('lambda', 'apigateway'), refundsPiece),
    },
    {
      name: 'the public function only looks at executions',
      template: resources(
        apiPiece,
        aMethod('Shop', 'GET'),
        aFunction('Shop', 'Role'),
        aRole('Role', [allow('states:DescribeStateMachine', '!Ref Refunds')]),
        refundsPiece,
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the public function is not part of the application',
      at: ['Shop/Properties/Role'],
      template: resources(
        apiPiece,
        aMethod('Shop'),
        aResource('Shop', 'AWS::Lambda::Function', 'Role: !ImportValue ShopRole'),
      ),
    },
  ],
});
