import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aFunction, aMethod, aResource, aRole, aUrl, aWebFunction, allow, resources } from './pieces';
import { asksNobody, attackExamples, may, runsAs } from './play';
import { SecureApi } from '../../../src/api/secure-api';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/public-entry-changes-permissions';

const api = aResource('Api', 'AWS::ApiGateway::RestApi');
const signUpPiece = aFunction('SignUp', 'Role');
const admin = aRole('Admin', [allow("'*'", "'*'")]);
const enters = [asksNobody('SignUpMethod'), runsAs('SignUp', 'Role')];

const called = { SignUpMethod: 'ShopPOST', Role: 'SignUpServiceRole' };

export default attackExamples(rule, {
  attack: [...enters, may('Role', 'iam:PutRolePolicy', 'Tenant')],
  fails: [
    {
      name: 'signing up writes the policy of a tenant',
      called,
      at: ['SignUpServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const tenant = new iam.Role(stack, 'Tenant', { assumedBy: new iam.AccountRootPrincipal() });
        const signUp = new lambda.Function(stack, 'SignUp', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        signUp.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['iam:PutRolePolicy'], resources: [tenant.roleArn] }),
        );
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('POST', new apigateway.LambdaIntegration(signUp));
      },
    },
    {
      name: 'its role writes policies into the roles of tenants',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/1'],
      template: resources(
        api,
        aMethod('SignUp'),
        signUpPiece,
        aRole('Role', [allow('[iam:GetRole, iam:PutRolePolicy]', '!GetAtt Tenant.Arn')]),
        aRole('Tenant', []),
      ),
    },
    {
      name: 'it may pass the role of an administrator to a function that it makes',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [
        asksNobody('SignUpUrl', 'AuthType'),
        runsAs('SignUp', 'Role'),
        may('Role', 'iam:PassRole', 'Admin'),
        may(
          'Role',
          'lambda:CreateFunction',
          'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:theirs',
        ),
      ],
      template: resources(
        aUrl('SignUp'),
        signUpPiece,
        aRole('Role', [allow('iam:PassRole', '!GetAtt Admin.Arn'), allow('lambda:CreateFunction', "'*'")]),
        admin,
      ),
    },
    {
      name: 'a web function that leaves it to the code who calls writes policies into the roles of tenants',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      attack: [
        asksNobody('SignUpEndpoint', 'AuthType'),
        runsAs('SignUp', 'Role'),
        may('Role', 'iam:PutRolePolicy', 'Tenant'),
      ],
      template: resources(
        aWebFunction('SignUp', 'Role'),
        aRole('Role', [allow('iam:PutRolePolicy', '!GetAtt Tenant.Arn')]),
        aRole('Tenant', []),
      ),
    },
  ],
  passes: [
    {
      name: 'signing up leaves the policy of a tenant to the template',
      called,
      template: (stack) => {
        const tenant = new iam.Role(stack, 'Tenant', { assumedBy: new iam.AccountRootPrincipal() });
        const table = new dynamodb.Table(stack, 'Tenants', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        table.grantReadData(tenant);
        const signUp = new SecureFunction(stack, 'SignUp', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        table.grantWriteData(signUp);
        const shop = new SecureApi(stack, 'Shop');
        shop.root.addMethod('POST', new apigateway.LambdaIntegration(signUp));
      },
    },
    {
      name: 'an authorizer asks who is calling',
      template: resources(
        api,
        aMethod('SignUp', 'POST', 'AuthorizationType: COGNITO_USER_POOLS'),
        signUpPiece,
        aRole('Role', [allow('iam:PutRolePolicy', '!GetAtt Tenant.Arn')]),
        aRole('Tenant', []),
      ),
    },
    {
      name: 'it passes a role to an execution, and starts nothing new',
      attack: [...enters, may('Role', 'iam:PassRole', 'Admin'), may('Role', 'lambda:CreateFunction', 'SignUp')],
      template: resources(
        api,
        aMethod('SignUp'),
        signUpPiece,
        aRole('Role', [allow('iam:PassRole', '!GetAtt Admin.Arn')]),
        admin,
      ),
    },
    {
      name: 'a boundary keeps the role from it',
      template: resources(
        api,
        aMethod('SignUp'),
        signUpPiece,
        aRole('Role', [allow('iam:PutRolePolicy', '!GetAtt Tenant.Arn')]).replace(
          'Properties:',
          'Properties:\n    PermissionsBoundary: !Ref Boundary',
        ),
        aRole('Tenant', []),
        aResource(
          'Boundary',
          'AWS::IAM::ManagedPolicy',
          `PolicyDocument: { Version: '2012-10-17', Statement: ${allow("'dynamodb:*'", "'*'")} }`,
        ),
      ),
    },
  ],
  unknown: [
    {
      name: 'a boundary is not part of the application',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        api,
        aMethod('SignUp'),
        signUpPiece,
        aRole('Role', [allow('iam:PutRolePolicy', '!GetAtt Tenant.Arn')]).replace(
          'Properties:',
          'Properties:\n    PermissionsBoundary: arn:aws:iam::111122223333:policy/team',
        ),
        aRole('Tenant', []),
      ),
    },
  ],
});
