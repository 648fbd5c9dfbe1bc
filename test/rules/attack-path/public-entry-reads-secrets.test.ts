import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { aFunction, aMethod, aResource, aRole, aUrl, aWebFunction, allow, resources } from './pieces';
import { asksNobody, attackExamples, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/public-entry-reads-secrets';

const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const hookPiece = aFunction('Hook', 'Role');
const others = "!Sub 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:*'";
const prod = "!Sub 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/prod/*'";
const stolen = 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:billing-a1b2c3';
const parameter = 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/prod/database';
const enters = [asksNobody('HookMethod'), runsAs('Hook', 'Role')];
const steals = may('Role', 'secretsmanager:GetSecretValue', stolen);

const called = { HookMethod: 'ShopPOST', Role: 'HookServiceRole' };

export default attackExamples(rule, {
  attack: [...enters, steals],
  fails: [
    {
      name: 'the function may read every secret of the account',
      called,
      at: ['HookServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const hook = new lambda.Function(stack, 'Hook', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        hook.addToRolePolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] }));
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('POST', new apigateway.LambdaIntegration(hook));
      },
    },
    {
      name: 'its role may read every secret of the account',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        api,
        aMethod('Hook'),
        hookPiece,
        aRole('Role', [allow('secretsmanager:GetSecretValue', others)]),
      ),
    },
    {
      name: 'it may read and decrypt all parameters of an application',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [
        asksNobody('HookUrl', 'AuthType'),
        runsAs('Hook', 'Role'),
        may('Role', 'ssm:GetParametersByPath', parameter),
      ],
      template: resources(
        aUrl('Hook'),
        hookPiece,
        aRole('Role', [allow('ssm:GetParametersByPath', prod), allow('kms:Decrypt', "'*'")]),
      ),
    },
    {
      name: 'a web function that leaves it to the code who calls may read every secret of the account',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [asksNobody('HookEndpoint', 'AuthType'), runsAs('Hook', 'Role'), steals],
      template: resources(
        aWebFunction('Hook', 'Role'),
        aRole('Role', [allow('secretsmanager:GetSecretValue', others)]),
      ),
    },
  ],
  passes: [
    {
      name: 'the function is granted the secret that it checks signatures with',
      called,
      template: (stack) => {
        const hook = new SecureFunction(stack, 'Hook', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const signing = new secretsmanager.Secret(stack, 'Signing');
        signing.grantRead(hook);
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('POST', new apigateway.LambdaIntegration(hook));
      },
    },
    {
      name: 'it may read the one secret that it checks signatures with',
      template: resources(
        api,
        aMethod('Hook'),
        hookPiece,
        aRole('Role', [allow('secretsmanager:GetSecretValue', '!Ref Signing')]),
        aResource('Signing', 'AWS::SecretsManager::Secret'),
      ),
    },
    {
      name: 'the secret is named without the characters that the service adds',
      template: resources(
        api,
        aMethod('Hook'),
        hookPiece,
        aRole('Role', [allow('secretsmanager:GetSecretValue', others.replace('*', 'signing-??????'))]),
      ),
    },
    {
      name: 'an authorizer asks who is calling',
      template: resources(
        api,
        aMethod('Hook', 'POST', 'AuthorizationType: AWS_IAM'),
        hookPiece,
        aRole('Role', [allow('secretsmanager:GetSecretValue', others)]),
      ),
    },
    {
      name: 'it reads parameters that are no secrets',
      attack: [...enters, may('Role', 'ssm:GetParametersByPath', parameter), may('Role', 'kms:Decrypt', 'Key')],
      template: resources(
        api,
        aMethod('Hook'),
        hookPiece,
        aRole('Role', [allow('ssm:GetParametersByPath', prod)]),
        aResource('Key', 'AWS::KMS::Key', 'KeyPolicy: { Statement: [] }'),
      ),
    },
  ],
  unknown: [
    {
      name: 'the role of the public function is not part of the application',
      at: ['Hook/Properties/Role'],
      template: resources(
        api,
        aMethod('Hook'),
        aResource('Hook', 'AWS::Lambda::Function', 'Role: !ImportValue HookRole'),
      ),
    },
  ],
});
