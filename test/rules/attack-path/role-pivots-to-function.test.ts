import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/role-pivots-to-function';

const table = aResource('Payroll', 'AWS::DynamoDB::Table');
const hooksPiece = aFunction('Hooks', 'HooksRole');
const payslipsPiece = aFunction('Payslips', 'PayslipsRole');
const payslipsRole = aRole('PayslipsRole', [allow('dynamodb:GetItem', '!GetAtt Payroll.Arn')]);

const called = { HooksRole: 'HooksServiceRole', PayslipsRole: 'PayslipsServiceRole' };

export default attackExamples(rule, {
  attack: [
    runsAs('Hooks', 'HooksRole'),
    may('HooksRole', 'lambda:UpdateFunctionCode', 'Payslips'),
    runsAs('Payslips', 'PayslipsRole'),
    may('PayslipsRole', 'dynamodb:GetItem', 'Payroll'),
  ],
  fails: [
    {
      name: 'a function deploys another one, which reads what it may not',
      called,
      at: ['HooksServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const hooks = new lambda.Function(stack, 'Hooks', props);
        const payslips = new lambda.Function(stack, 'Payslips', props);
        const payroll = new dynamodb.Table(stack, 'Payroll', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        payroll.grantReadData(payslips);
        hooks.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['lambda:UpdateFunctionCode'], resources: [payslips.functionArn] }),
        );
      },
    },
    {
      name: 'it may replace the code of a function that reads what it may not',
      at: ['HooksRole/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        table,
        hooksPiece,
        aRole('HooksRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Payslips.Arn')]),
        payslipsPiece,
        payslipsRole,
      ),
    },
    {
      name: 'it may hang a layer on every function, one of which may do everything',
      attack: [
        runsAs('Hooks', 'HooksRole'),
        may('HooksRole', 'lambda:UpdateFunctionConfiguration', 'Payslips'),
        may('PayslipsRole', 'iam:CreateUser', 'arn:aws:iam::${AWS::AccountId}:user/them'),
      ],
      template: resources(
        hooksPiece,
        aRole('HooksRole', [allow("'lambda:Update*'", "'*'")]),
        payslipsPiece,
        aRole('PayslipsRole', [allow("'*'", "'*'")]),
      ),
    },
  ],
  passes: [
    {
      name: 'a function is granted to invoke the other one',
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const hooks = new SecureFunction(stack, 'Hooks', props);
        const payslips = new SecureFunction(stack, 'Payslips', props);
        const payroll = new dynamodb.Table(stack, 'Payroll', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        payroll.grantReadData(payslips);
        payslips.grantInvoke(hooks);
      },
    },
    {
      name: 'it may only invoke the other function',
      template: resources(
        table,
        hooksPiece,
        aRole('HooksRole', [allow('lambda:InvokeFunction', '!GetAtt Payslips.Arn')]),
        payslipsPiece,
        payslipsRole,
      ),
    },
    {
      name: 'the other function may do nothing more',
      attack: [
        may('HooksRole', 'lambda:UpdateFunctionCode', 'Payslips'),
        may('PayslipsRole', 'dynamodb:GetItem', 'Payroll'),
      ],
      template: resources(
        table,
        hooksPiece,
        aRole('HooksRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Payslips.Arn')]),
        payslipsPiece,
        aRole('PayslipsRole', [allow('[logs:CreateLogStream, logs:PutLogEvents]', "'*'")]),
      ),
    },
    {
      name: 'a role of a pipeline, which no function runs as, deploys it',
      attack: [runsAs('Hooks', 'HooksRole'), may('HooksRole', 'lambda:UpdateFunctionCode', 'Payslips')],
      template: resources(
        table,
        aRole('PipelineRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Payslips.Arn')], 'codebuild.amazonaws.com'),
        payslipsPiece,
        payslipsRole,
      ),
    },
  ],
});
