import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aFunction, allow, aMethod, aResource, aRole, resources } from './pieces';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureApi } from '../../../src/api/secure-api';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/role-updates-authorizer';

const uri = 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Gate.Arn}/invocations';
const app = resources(
  aResource('Api', 'AWS::ApiGateway::RestApi'),
  aResource(
    'Authorizer',
    'AWS::ApiGateway::Authorizer',
    'RestApiId: !Ref Api',
    'Type: TOKEN',
    'IdentitySource: method.request.header.Authorization',
    `AuthorizerUri: !Sub '${uri}'`,
  ),
  aMethod('Orders', 'GET', 'AuthorizationType: CUSTOM', 'AuthorizerId: !Ref Authorizer'),
  aFunction('Orders', 'OrdersRole'),
  aFunction('Gate', 'GateRole'),
  aRole('GateRole', []),
);
const isAsked = holds('the authorizer asks the function', ['Authorizer', 'Gate'], (_, find) =>
  find('Authorizer').read('AuthorizerUri').targets.includes(find('Gate')),
);

const called = { OrdersRole: 'OrdersServiceRole' };

export default attackExamples(rule, {
  attack: [runsAs('Orders', 'OrdersRole'), may('OrdersRole', 'lambda:UpdateFunctionCode', 'Gate'), isAsked],
  fails: [
    {
      name: 'the function behind the authorizer may deploy it',
      called,
      at: ['OrdersServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const gate = new lambda.Function(stack, 'Gate', props);
        const orders = new lambda.Function(stack, 'Orders', props);
        const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler: gate });
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('GET', new apigateway.LambdaIntegration(orders), { authorizer });
        orders.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: [gate.functionArn] }),
        );
      },
    },
    {
      name: 'the function behind the authorizer may replace its code',
      at: ['OrdersRole/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(app, aRole('OrdersRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Gate.Arn')])),
    },
    {
      name: 'the authorizer of an HTTP API asks an alias of the function',
      attack: [may('OrdersRole', 'lambda:UpdateFunctionConfiguration', 'Gate')],
      template: resources(
        aResource('Http', 'AWS::ApiGatewayV2::Api', 'ProtocolType: HTTP'),
        aResource('Live', 'AWS::Lambda::Alias', 'FunctionName: !Ref Gate', "FunctionVersion: '3'", 'Name: live'),
        aResource(
          'Authorizer',
          'AWS::ApiGatewayV2::Authorizer',
          'ApiId: !Ref Http',
          'AuthorizerType: REQUEST',
          `AuthorizerUri: !Sub '${uri.replace('Gate.Arn', 'Live')}'`,
        ),
        aFunction('Gate', 'GateRole'),
        aRole('GateRole', []),
        aFunction('Orders', 'OrdersRole'),
        aRole('OrdersRole', [allow('lambda:UpdateFunctionConfiguration', '!GetAtt Gate.Arn')]),
      ),
    },
  ],
  passes: [
    {
      name: 'the function behind the authorizer is granted to invoke it',
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const gate = new SecureFunction(stack, 'Gate', props);
        const orders = new SecureFunction(stack, 'Orders', props);
        const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler: gate });
        const shop = new SecureApi(stack, 'Shop');
        shop.root.addMethod('GET', new apigateway.LambdaIntegration(orders), { authorizer });
        gate.grantInvoke(orders);
      },
    },
    {
      name: 'it may invoke the authorizer',
      template: resources(app, aRole('OrdersRole', [allow('lambda:InvokeFunction', '!GetAtt Gate.Arn')])),
    },
    {
      name: 'it may replace the code of a function that decides nothing',
      template: resources(
        app,
        aFunction('Mail', 'MailRole'),
        aRole('MailRole', []),
        aRole('OrdersRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Mail.Arn')]),
      ),
    },
  ],
});
