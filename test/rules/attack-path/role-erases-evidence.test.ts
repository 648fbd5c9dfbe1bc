import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/attack-path/role-erases-evidence';

const ordersPiece = aFunction('Orders', 'Role');
const logGroupPiece = aResource('Logs', 'AWS::Logs::LogGroup', 'LogGroupName: /aws/lambda/orders');
const action = 'Role/Properties/Policies/0/PolicyDocument/Statement/0/Action';

const called = { Role: 'OrdersServiceRole' };

export default attackExamples(rule, {
  attack: [runsAs('Orders', 'Role'), may('Role', 'logs:DeleteLogGroup', 'Logs')],
  fails: [
    {
      name: 'the function is granted everything on its log group',
      called,
      at: ['OrdersServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const logGroup = new logs.LogGroup(stack, 'Logs');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          logGroup,
        });
        logGroup.grant(orders, 'logs:*');
      },
    },
    {
      name: 'it may do everything to its log group',
      at: [action],
      template: resources(ordersPiece, logGroupPiece, aRole('Role', [allow("'logs:*'", '!GetAtt Logs.Arn')])),
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
      template: resources(ordersPiece, aRole('Role', [allow('cloudtrail:StopLogging', "'*'")])),
    },
    {
      name: 'it may turn off the rule that sends findings on',
      at: [action],
      attack: [runsAs('Orders', 'Role'), may('Role', 'events:DisableRule', 'Findings')],
      template: resources(
        ordersPiece,
        aRole('Role', [allow('events:DisableRule', '!GetAtt Findings.Arn')]),
        aResource('Findings', 'AWS::Events::Rule', 'EventPattern: { source: [aws.guardduty] }'),
      ),
    },
    {
      name: 'the rule that sends findings on has a name of the pattern',
      at: [action],
      attack: [
        runsAs('Orders', 'Role'),
        may(
          'Role',
          'events:DisableRule',
          'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/watch-findings',
        ),
      ],
      template: resources(
        ordersPiece,
        aRole('Role', [allow('events:DisableRule', "!Sub 'arn:${AWS::Partition}:events:*:*:rule/watch-*'")]),
        aResource('Findings', 'AWS::Events::Rule', 'Name: watch-findings', 'EventPattern: { source: [aws.guardduty] }'),
      ),
    },
    {
      name: 'it may remove every rule there is',
      at: [action],
      attack: [
        runsAs('Orders', 'Role'),
        may('Role', 'events:DeleteRule', 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/watch'),
      ],
      template: resources(
        ordersPiece,
        aRole('Role', [allow('events:DeleteRule', "!Sub 'arn:${AWS::Partition}:events:*:*:rule/*'")]),
      ),
    },
  ],
  passes: [
    {
      name: 'it makes reminders at run time and removes them, under a name of their own',
      attack: [
        may('Role', 'events:DeleteRule', 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/watch'),
      ],
      template: resources(
        ordersPiece,
        aRole('Role', [
          allow(
            '[events:PutRule, events:RemoveTargets, events:DeleteRule]',
            "!Sub 'arn:${AWS::Partition}:events:*:*:rule/reminder-*'",
          ),
        ]),
        aResource('Findings', 'AWS::Events::Rule', 'EventPattern: { source: [aws.guardduty] }'),
      ),
    },
    {
      name: 'our function writes to its log group, and no more',
      called,
      template: (stack) => {
        const logGroup = new SecureLogGroup(stack, 'Logs');
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          logGroup,
        });
      },
    },
    {
      name: 'it writes logs',
      template: resources(
        ordersPiece,
        logGroupPiece,
        aRole('Role', [allow('[logs:CreateLogStream, logs:PutLogEvents]', '!GetAtt Logs.Arn')]),
      ),
    },
    {
      name: 'it turns off a schedule of the application',
      attack: [may('Role', 'events:DisableRule', 'Findings')],
      template: resources(
        ordersPiece,
        aRole('Role', [allow('[events:EnableRule, events:DisableRule]', '!GetAtt Nightly.Arn')]),
        aResource('Nightly', 'AWS::Events::Rule', 'ScheduleExpression: rate(1 day)'),
      ),
    },
    {
      name: 'it turns off rules for events of applications',
      attack: [may('Role', 'events:DisableRule', 'Findings')],
      template: resources(
        ordersPiece,
        aRole('Role', [allow('events:DisableRule', '[!GetAtt OnBus.Arn, !GetAtt OfShop.Arn]')]),
        aResource('Bus', 'AWS::Events::EventBus', 'Name: shop'),
        aResource(
          'OnBus',
          'AWS::Events::Rule',
          'EventBusName: !Ref Bus',
          'EventPattern: { account: [!Ref AWS::AccountId] }',
        ),
        aResource('OfShop', 'AWS::Events::Rule', 'EventPattern: { source: [shop.orders] }'),
      ),
    },
  ],
});
