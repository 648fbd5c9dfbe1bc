import { aws_lambda as lambda, aws_scheduler as scheduler, aws_scheduler_targets as targets } from 'aws-cdk-lib';
import { attackExamples, may } from './play';
import rule from '../../../src/rules/attack-path/delivery-role-surplus';

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
    { name: 'the role invokes its function', template: schedule('lambda:InvokeFunction', '!GetAtt Report.Arn') },
    {
      name: 'the schedule is for deleting objects',
      attack: [may('Planner', 's3:DeleteObject', 'Orders', { below: '/2026/1.json' })],
      template: schedule('s3:DeleteObject', '!Sub "${Orders.Arn}/*"').replace(
        'Arn: !GetAtt Report.Arn,',
        "Arn: 'arn:aws:scheduler:::aws-sdk:s3:deleteObject',",
      ),
    },
    {
      name: 'the L2 makes the role',
      template: (stack) => {
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        new scheduler.Schedule(stack, 'Nightly', {
          schedule: scheduler.ScheduleExpression.cron({ hour: '3' }),
          target: new targets.LambdaInvoke(report),
        });
      },
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
