import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/role-updates-user-pool-trigger';

const app = resources(
  aResource('Users', 'AWS::Cognito::UserPool', 'LambdaConfig: { PreSignUp: !GetAtt Check.Arn }'),
  aFunction('Check', 'CheckRole'),
  aRole('CheckRole', []),
  aFunction('Profile', 'ProfileRole'),
);
const isCalled = holds('the user pool calls the function', ['Users', 'Check'], (_, find) =>
  find('Users').read('LambdaConfig').targets.includes(find('Check')),
);

const called = { ProfileRole: 'ProfileServiceRole' };

export default attackExamples(rule, {
  attack: [runsAs('Profile', 'ProfileRole'), may('ProfileRole', 'lambda:UpdateFunctionCode', 'Check'), isCalled],
  fails: [
    {
      name: 'the function for profiles may do everything to the trigger of the L2',
      called,
      at: ['ProfileServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const check = new lambda.Function(stack, 'Check', props);
        new cognito.UserPool(stack, 'Users', { lambdaTriggers: { preSignUp: check } });
        const profile = new lambda.Function(stack, 'Profile', props);
        profile.addToRolePolicy(new iam.PolicyStatement({ actions: ['lambda:*'], resources: [check.functionArn] }));
      },
    },
    {
      name: 'another function may replace the code of the trigger that confirms users',
      at: ['ProfileRole/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(app, aRole('ProfileRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Check.Arn')])),
    },
    {
      name: 'it may change the trigger that writes claims into tokens',
      attack: [may('ProfileRole', 'lambda:UpdateFunctionConfiguration', 'Claims')],
      template: resources(
        aResource(
          'Users',
          'AWS::Cognito::UserPool',
          'LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: !GetAtt Claims.Arn, LambdaVersion: V2_0 } }',
        ),
        aFunction('Claims', 'ClaimsRole'),
        aRole('ClaimsRole', []),
        aFunction('Profile', 'ProfileRole'),
        aRole('ProfileRole', [allow("'lambda:*'", '!GetAtt Claims.Arn')]),
      ),
    },
  ],
  passes: [
    {
      name: 'the function for profiles is granted to invoke the trigger',
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const check = new SecureFunction(stack, 'Check', props);
        new cognito.UserPool(stack, 'Users', { lambdaTriggers: { preSignUp: check } });
        const profile = new SecureFunction(stack, 'Profile', props);
        check.grantInvoke(profile);
      },
    },
    {
      name: 'it may read how the trigger is set up',
      template: resources(app, aRole('ProfileRole', [allow('lambda:GetFunctionConfiguration', '!GetAtt Check.Arn')])),
    },
    {
      name: 'a deny keeps it from functions',
      template: resources(
        app,
        aRole('ProfileRole', [
          allow("'lambda:*'", '!GetAtt Check.Arn'),
          "{ Effect: Deny, Action: 'lambda:Update*', Resource: '*' }",
        ]),
      ),
    },
  ],
});
