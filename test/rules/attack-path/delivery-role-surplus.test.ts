import { aws_lambda as lambda, aws_scheduler as scheduler, aws_scheduler_targets as targets } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { attackExamples, may } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/attack-path/delivery-role-surplus';
import { findingsOf, isTestOf } from '../rule-examples';

function schedule(actions: string, resource: string, operator = true): string {
  return `
  Orders:
    Type: AWS::S3::Bucket
  Report:
    Type: AWS::Lambda::Function
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !GetAtt Report.Arn, RoleArn: !GetAtt Timer.Arn }
  Timer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: scheduler.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: target
          PolicyDocument:
            Statement: { Effect: Allow, Action: ${actions}, Resource: ${resource} }
${
  operator
    ? `
  Planner:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: schedules
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: 'scheduler:CreateSchedule', Resource: '*' }
              - { Effect: Allow, Action: 'iam:PassRole', Resource: !GetAtt Timer.Arn }
`
    : ''
}`;
}

const at = ['Timer/Properties/Policies/0/PolicyDocument/Statement/Action/1'];
const uses = [
  may('scheduler.amazonaws.com', 'sts:AssumeRole', 'Timer'),
  may('Timer', 's3:DeleteObject', 'Orders', { below: '/2026/1.json' }),
];

export default attackExamples(rule, {
  attack: [may('Planner', 'iam:PassRole', 'Timer'), ...uses],
  fails: [
    {
      name: 'the role of the schedule is granted what the report needs',
      attack: uses,
      at: ['TimerDefaultPolicy/Properties/PolicyDocument/Statement/0/Action/3'],
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const role = new iam.Role(stack, 'Timer', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') });
        orders.grantReadWrite(role);
        new scheduler.Schedule(stack, 'Nightly', {
          schedule: scheduler.ScheduleExpression.cron({ hour: '3' }),
          target: new targets.LambdaInvoke(report, { role }),
        });
      },
    },
    {
      name: 'who may plan a report may delete orders by the role of the schedule',
      at,
      template: schedule("[lambda:InvokeFunction, 's3:*']", "'*'"),
    },
    {
      name: 'nobody of the application may pass the role, but it deletes orders',
      at,
      attack: uses,
      template: schedule('[lambda:InvokeFunction, s3:DeleteObject]', "'*'", false),
    },
  ],
  passes: [
    {
      name: 'the target is a parameter, and the role may start that and nothing else',
      attack: uses,
      template: `
Parameters:
  Report: { Type: String }
Resources:
  Orders:
    Type: AWS::S3::Bucket
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{ Id: report, Arn: !Ref Report, RoleArn: !GetAtt Timer.Arn }]
  Timer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: target
          PolicyDocument:
            Statement: { Effect: Allow, Action: 'states:StartExecution', Resource: !Ref Report }
`,
    },
    {
      name: 'a rule calls an API destination, whose ARN ends in what only EventBridge knows',
      attack: uses,
      template: `
  Partner:
    Type: AWS::Events::ApiDestination
    Properties:
      ConnectionArn: arn:aws:events:eu-west-1:111122223333:connection/partner/1
      HttpMethod: POST
      InvocationEndpoint: https://example.com/orders
  Orders:
    Type: AWS::S3::Bucket
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{ Id: partner, Arn: !GetAtt Partner.Arn, RoleArn: !GetAtt Timer.Arn }]
  Timer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: target
          PolicyDocument:
            Statement: { Effect: Allow, Action: 'events:InvokeApiDestination', Resource: !GetAtt Partner.Arn }
`,
    },
    {
      name: 'the L2 makes the role, and the report is granted what it needs',
      attack: uses,
      template: (stack) => {
        const orders = new SecureBucket(stack, 'Orders');
        const report = new SecureFunction(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.grantReadWrite(report);
        new scheduler.Schedule(stack, 'Nightly', {
          schedule: scheduler.ScheduleExpression.cron({ hour: '3' }),
          target: new targets.LambdaInvoke(report),
        });
      },
    },
    {
      name: 'Scheduler makes no call that only reads',
      attack: uses,
      template: schedule('[lambda:InvokeFunction, secretsmanager:GetSecretValue]', "'*'"),
    },
  ],
  unknown: [
    {
      name: 'the target is a parameter without a default',
      at: ['Timer'],
      template: `
Parameters:
  Target: { Type: String }
Resources:
${schedule("'s3:*'", "'*'").replace('!GetAtt Report.Arn, RoleArn', '!Ref Target, RoleArn')}
`,
    },
  ],
});

const byRule = schedule('[lambda:InvokeFunction, s3:DeleteObject]', "'*'").replace(
  /Type: AWS::Scheduler::Schedule[^]*?\n {2}Timer:/,
  `Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{ Id: report, Arn: !GetAtt Report.Arn, RoleArn: !GetAtt Timer.Arn }]
  Timer:`,
);

if (isTestOf(rule)) {
  test.each([
    ['high', 'Scheduler calls what they like', schedule('[lambda:InvokeFunction, s3:DeleteObject]', "'*'")],
    ['medium', 'rules call a few services', byRule],
    ['medium', 'nobody may pass the role', schedule('[lambda:InvokeFunction, s3:DeleteObject]', "'*'", false)],
  ])('it is %s where %s', (severity, name, template) => {
    expect(findingsOf(rule, { name, template }).map((finding) => finding.severity ?? rule.severity)).toEqual([
      severity,
    ]);
  });
}
