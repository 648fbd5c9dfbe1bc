import { aws_lambda as lambda, aws_logs as logs } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { attackExamples, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/attack-path/logs-read-by-workload';

function app(actions: string, resource: string): string {
  return `
  ReportRole:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: logs
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${actions}, Resource: ${resource} }
  Report:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt ReportRole.Arn
  LoginRole:
    Type: AWS::IAM::Role
  Login:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt LoginRole.Arn
      LoggingConfig: { LogGroup: !Ref Logins }
  Logins:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /aws/lambda/login
`;
}

const at = ['ReportRole/Properties/Policies/0/PolicyDocument/Statement/Action/0'];

const called = { ReportRole: 'ReportServiceRole' };

export default attackExamples(rule, {
  attack: [runsAs('Report', 'ReportRole'), may('ReportRole', 'logs:FilterLogEvents', 'Logins')],
  fails: [
    {
      name: 'the report may search the logs of all functions',
      called,
      at: ['ReportServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const logGroup = new logs.LogGroup(stack, 'Logins');
        new lambda.Function(stack, 'Login', { ...props, logGroup });
        const report = new lambda.Function(stack, 'Report', props);
        report.addToRolePolicy(new iam.PolicyStatement({ actions: ['logs:FilterLogEvents'], resources: ['*'] }));
      },
    },
    { name: 'a report reads every log group', at, template: app('[logs:FilterLogEvents]', "'*'") },
    {
      name: 'a report reads the logs of all functions',
      at,
      template: app(
        "['logs:Filter*']",
        "!Sub 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/*'",
      ),
    },
  ],
  passes: [
    {
      name: 'the report is granted the log group that is meant for it',
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const logGroup = new SecureLogGroup(stack, 'Logins');
        new SecureFunction(stack, 'Login', { ...props, logGroup });
        const report = new SecureFunction(stack, 'Report', props);
        new SecureLogGroup(stack, 'Sales').grantRead(report);
      },
    },
    {
      name: 'the function writes its own log',
      template: app('[logs:CreateLogStream, logs:PutLogEvents]', "'*'"),
    },
    {
      name: 'the report reads a log group that is named',
      template: app('[logs:FilterLogEvents]', '!GetAtt Reports.Arn').concat(`
  Reports:
    Type: AWS::Logs::LogGroup
`),
    },
    {
      name: 'the L2 grants to read one log group',
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        new lambda.Function(stack, 'Login', props);
        new logs.LogGroup(stack, 'Audit').grantRead(new lambda.Function(stack, 'Report', props));
      },
    },
  ],
});
