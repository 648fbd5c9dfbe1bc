import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/role-erases-evidence';

const orders = aFunction('Orders', 'Role');
const logGroup = aResource('Logs', 'AWS::Logs::LogGroup', 'LogGroupName: /aws/lambda/orders');
const action = 'Role/Properties/Policies/0/PolicyDocument/Statement/0/Action';

export default attackExamples(rule, {
  attack: [runsAs('Orders', 'Role'), may('Role', 'logs:DeleteLogGroup', 'Logs')],
  fails: [
    {
      name: 'it may do everything to its log group',
      at: [action],
      template: resources(orders, logGroup, aRole('Role', [allow("'logs:*'", '!GetAtt Logs.Arn')])),
    },
    {
      name: 'it may stop the trail',
      at: [action],
      attack: [
        runsAs('Orders', 'Role'),
        may(
          'Role',
          'cloudtrail:StopLogging',
          'arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/all',
        ),
      ],
      template: resources(orders, aRole('Role', [allow('cloudtrail:StopLogging', "'*'")])),
    },
    {
      name: 'it may turn off the rule that sends findings on',
      at: [action],
      attack: [runsAs('Orders', 'Role'), may('Role', 'events:DisableRule', 'Findings')],
      template: resources(
        orders,
        aRole('Role', [allow('events:DisableRule', '!GetAtt Findings.Arn')]),
        aResource('Findings', 'AWS::Events::Rule', 'EventPattern: { source: [aws.guardduty] }'),
      ),
    },
  ],
  passes: [
    {
      name: 'it writes logs',
      template: resources(
        orders,
        logGroup,
        aRole('Role', [allow('[logs:CreateLogStream, logs:PutLogEvents]', '!GetAtt Logs.Arn')]),
      ),
    },
    {
      name: 'it turns off a schedule of the application',
      attack: [may('Role', 'events:DisableRule', 'Findings')],
      template: resources(
        orders,
        aRole('Role', [allow('[events:EnableRule, events:DisableRule]', '!GetAtt Nightly.Arn')]),
        aResource('Nightly', 'AWS::Events::Rule', 'ScheduleExpression: rate(1 day)'),
      ),
    },
  ],
});
