import { eventTargetArn } from './alias';
import { destinationPolicies } from './destinations';
import { beside, declaredEvents, permission } from './event';
import type { SamEvent } from './event';
import { inlinePolicyFor, isPolled, managedPolicyFor, mappingOf } from './polled-events';
import { arnOf, defined, madeByTransform, pick, referenceTo } from './raw';
import type { SamResource } from './sam-resource';
import { ruleFor, scheduleFor } from './scheduled-events';
import { isThroughQueue, subscribedQueue } from './subscribed-queue';
import type { DeclaredResource } from '../declared-resource';
import type { JsonObject } from '../parse';

/** What the events of a function stand for. */
export interface Events {
  readonly resources: readonly DeclaredResource[];
  /** What the role of the function needs to read from their sources. */
  readonly managedPolicies: readonly string[];
  readonly inlinePolicies: readonly JsonObject[];
}

/**
 * The resources that make the events of a function reach it; those of APIs are the API's.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
export function eventsOf(sam: SamResource): Events {
  const events = declaredEvents(sam);
  return {
    resources: events.flatMap((event) => (isPolled(event) ? [mappingOf(event)] : pushedBy(event))),
    inlinePolicies: events.flatMap((event) => [
      ...destinationPolicies(event.name, event.properties.DestinationConfig),
      ...inlinePolicyFor(event),
    ]),
    managedPolicies: [...new Set(events.flatMap(managedPolicyFor))],
  };
}

/** Those of an event that the model does not know may let anybody call the function. */
function pushedBy(event: SamEvent): readonly DeclaredResource[] {
  if (event.type === 'Api' || event.type === 'HttpApi') return [];
  const known = Object.hasOwn(pushed, event.type) ? pushed[event.type] : undefined;
  return known?.(event) ?? [permission(event, madeByTransform, { SourceArn: madeByTransform })];
}

const pushed: Readonly<Record<string, ((event: SamEvent) => readonly DeclaredResource[]) | undefined>> = {
  S3: (event) => [permission(event, 's3.amazonaws.com', { SourceAccount: { Ref: 'AWS::AccountId' } })],
  SNS: (event) => {
    const { Topic: TopicArn } = event.properties;
    const subscription = {
      TopicArn,
      ...pick(event.properties, ['FilterPolicy', 'FilterPolicyScope', 'RedrivePolicy', 'Region']),
    };
    if (isThroughQueue(event)) return subscribedQueue(event, subscription);
    const direct = { Endpoint: eventTargetArn(event.of), Protocol: 'lambda', ...subscription };
    return [
      permission(event, 'sns.amazonaws.com', { SourceArn: TopicArn }),
      beside(event, '', 'AWS::SNS::Subscription', direct),
    ];
  },
  Schedule: (event) => ruleFor(event, { ScheduleExpression: event.properties.Schedule }),
  CloudWatchEvent: (event) => ruleFor(event, { EventPattern: event.properties.Pattern }),
  EventBridgeRule: (event) => ruleFor(event, { EventPattern: event.properties.Pattern }),
  ScheduleV2: scheduleFor,
  Cognito: (event) => {
    const pool = referenceTo(event.properties.UserPool);
    const SourceArn = pool === undefined ? event.properties.UserPool : arnOf(pool);
    return [permission(event, 'cognito-idp.amazonaws.com', { SourceArn })];
  },
  CloudWatchLogs: (event) => {
    const group = event.properties.LogGroupName;
    const SourceArn = {
      'Fn::Sub': [
        'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*',
        { __LogGroupName__: group },
      ],
    };
    const filter = {
      DestinationArn: eventTargetArn(event.of),
      LogGroupName: group,
      FilterPattern: event.properties.FilterPattern,
    };
    return [
      permission(event, { 'Fn::Sub': 'logs.${AWS::Region}.amazonaws.com' }, { SourceArn }),
      beside(event, '', 'AWS::Logs::SubscriptionFilter', filter),
    ];
  },
  IoTRule: (event) => {
    const Actions = [{ Lambda: { FunctionArn: eventTargetArn(event.of) } }];
    const rule = beside(event, '', 'AWS::IoT::TopicRule', {
      TopicRulePayload: { Actions, Sql: event.properties.Sql, RuleDisabled: false },
    });
    const SourceArn = {
      'Fn::Sub': `arn:\${AWS::Partition}:iot:\${AWS::Region}:\${AWS::AccountId}:rule/\${${rule.logicalId}}`,
    };
    return [rule, permission(event, 'iot.amazonaws.com', { SourceArn })];
  },
  AlexaSkill: (event) => {
    const EventSourceToken = event.properties.SkillId;
    return [permission(event, 'alexa-appkit.amazon.com', defined({ EventSourceToken }))];
  },
};
