import { eventTargetArn } from './alias';
import { beside, permission, starterRole } from './event';
import type { SamEvent } from './event';
import { arnOf, defined, madeByTransform, pick } from './raw';
import { policyDocument } from './role';
import type { Sources } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { own } from '../parse';
import type { JsonObject } from '../parse';

/** Where the parts of a rule are written. */
const sourcesOfRule: Sources = {
  EventPattern: 'Pattern',
  ScheduleExpression: 'Schedule',
  EventBusName: 'EventBusName',
  State: 'State',
  'Targets.0.DeadLetterConfig': 'DeadLetterConfig',
  'Targets.0.Input': 'Input',
  'Targets.0.InputPath': 'InputPath',
  'Targets.0.InputTransformer': 'InputTransformer',
  'Targets.0.RetryPolicy': 'RetryPolicy',
  'Targets.0.RoleArn': 'RoleArn',
};

/** Where the parts of a schedule are written. */
const sourcesOfSchedule: Sources = {
  ScheduleExpression: 'ScheduleExpression',
  State: 'State',
  KmsKeyArn: 'KmsKeyArn',
  'Target.DeadLetterConfig': 'DeadLetterConfig',
  'Target.Input': 'Input',
  'Target.RetryPolicy': 'RetryPolicy',
  'Target.RoleArn': 'RoleArn',
};

/** A rule of EventBridge that calls the function, or starts the state machine with a role for just that. */
export function ruleFor(event: SamEvent, what: JsonObject): readonly DeclaredResource[] {
  const { Enabled: isEnabled, State, Name, RuleName, RoleArn: given } = event.properties;
  const queue = deadLetterQueueOf(event);
  const role = event.isOfMachine ? starterRole(event, 'events.amazonaws.com') : undefined;
  const rule = beside(
    event,
    '',
    'AWS::Events::Rule',
    defined({
      ...what,
      ...pick(event.properties, ['Description', 'EventBusName']),
      Name: Name ?? RuleName,
      State: State ?? (isEnabled === undefined ? undefined : isEnabled ? 'ENABLED' : 'DISABLED'),
      Targets: [
        defined({
          Id: own(event.properties.Target, 'Id') ?? `${event.name}${role ? 'StepFunctions' : 'Lambda'}Target`,
          Arn: eventTargetArn(event.of),
          ...pick(event.properties, ['Input', 'InputPath', 'InputTransformer', 'RetryPolicy']),
          RoleArn: role && (given ?? arnOf(role.logicalId)),
          DeadLetterConfig: queue.config,
        }),
      ],
    }),
    sourcesOfRule,
  );
  if (!role) {
    return [rule, permission(event, 'events.amazonaws.com', { SourceArn: arnOf(rule.logicalId) }), ...queue.resources];
  }
  return [rule, ...(given === undefined ? [role] : []), ...queue.resources];
}

/** Where events go that reach nobody: to a queue of the template, or to one that SAM makes. */
function deadLetterQueueOf(event: SamEvent): {
  readonly config?: unknown;
  readonly resources: readonly DeclaredResource[];
} {
  const { DeadLetterConfig: config } = event.properties;
  if (config === undefined) return { resources: [] };
  const given = own(config, 'Arn');
  if (given !== undefined) return { config: { Arn: given }, resources: [] };
  if (own(config, 'Type') !== 'SQS') return { config: madeByTransform, resources: [] };
  const queue = beside(event, 'Queue', 'AWS::SQS::Queue', {});
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: arnOf(queue.logicalId),
    Condition: { ArnEquals: { 'aws:SourceArn': arnOf(`${event.of.logicalId}${event.name}`) } },
  };
  const Queues = [{ Ref: queue.logicalId }];
  const policyOfQueue = { Queues, PolicyDocument: policyDocument([statement]) };
  return {
    config: { Arn: arnOf(queue.logicalId) },
    resources: [queue, beside(event, 'QueuePolicy', 'AWS::SQS::QueuePolicy', policyOfQueue)],
  };
}

/** A schedule of EventBridge Scheduler for a function or state machine, with a role for just that. */
export function scheduleFor(event: SamEvent): readonly DeclaredResource[] {
  const {
    RoleArn,
    FlexibleTimeWindow = { Mode: 'OFF' },
    Input,
    RetryPolicy,
    DeadLetterConfig: _queue,
    OmitName: _omit,
    PermissionsBoundary,
    ...schedule
  } = event.properties;
  const Arn = eventTargetArn(event.of);
  const role = starterRole(event, 'scheduler.amazonaws.com', PermissionsBoundary);
  const queue = deadLetterQueueOf(event);
  const target = defined({
    Arn,
    RoleArn: RoleArn ?? arnOf(role.logicalId),
    Input,
    RetryPolicy,
    DeadLetterConfig: queue.config,
  });
  return [
    beside(
      event,
      '',
      'AWS::Scheduler::Schedule',
      { ...schedule, FlexibleTimeWindow, Target: target },
      sourcesOfSchedule,
    ),
    ...(RoleArn === undefined ? [role] : []),
    ...queue.resources,
  ];
}
