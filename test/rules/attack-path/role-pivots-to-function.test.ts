import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/role-pivots-to-function';

const table = aResource('Payroll', 'AWS::DynamoDB::Table');
const hooks = aFunction('Hooks', 'HooksRole');
const payslips = aFunction('Payslips', 'PayslipsRole');
const payslipsRole = aRole('PayslipsRole', [allow('dynamodb:GetItem', '!GetAtt Payroll.Arn')]);

export default attackExamples(rule, {
  attack: [
    runsAs('Hooks', 'HooksRole'),
    may('HooksRole', 'lambda:UpdateFunctionCode', 'Payslips'),
    runsAs('Payslips', 'PayslipsRole'),
    may('PayslipsRole', 'dynamodb:GetItem', 'Payroll'),
  ],
  fails: [
    {
      name: 'it may replace the code of a function that reads what it may not',
      at: ['HooksRole/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(
        table,
        hooks,
        aRole('HooksRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Payslips.Arn')]),
        payslips,
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
        hooks,
        aRole('HooksRole', [allow("'lambda:Update*'", "'*'")]),
        payslips,
        aRole('PayslipsRole', [allow("'*'", "'*'")]),
      ),
    },
  ],
  passes: [
    {
      name: 'it may only invoke the other function',
      template: resources(
        table,
        hooks,
        aRole('HooksRole', [allow('lambda:InvokeFunction', '!GetAtt Payslips.Arn')]),
        payslips,
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
        hooks,
        aRole('HooksRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Payslips.Arn')]),
        payslips,
        aRole('PayslipsRole', [allow('[logs:CreateLogStream, logs:PutLogEvents]', "'*'")]),
      ),
    },
    {
      name: 'a role of a pipeline, which no function runs as, deploys it',
      attack: [runsAs('Hooks', 'HooksRole'), may('HooksRole', 'lambda:UpdateFunctionCode', 'Payslips')],
      template: resources(
        table,
        aRole('PipelineRole', [allow('lambda:UpdateFunctionCode', '!GetAtt Payslips.Arn')], 'codebuild.amazonaws.com'),
        payslips,
        payslipsRole,
      ),
    },
  ],
});
