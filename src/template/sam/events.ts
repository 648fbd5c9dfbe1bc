import { arnOf, defined, isIntrinsic, referenceTo } from './raw';
import { allowing, policy, trust } from './role';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** What the events of a function stand for. */
export interface Events {
  readonly resources: readonly DeclaredResource[];
  /** What the role of the function needs to read from their sources. */
  readonly managedPolicies: readonly string[];
}

/** Sources that Lambda polls: the property that names the source, and the policy that SAM adds to the role. */
const polled: Readonly<Record<string, { readonly source?: string; readonly managed?: string }>> = {
  DocumentDB: { source: 'Cluster' },
  DynamoDB: { source: 'Stream', managed: 'service-role/AWSLambdaDynamoDBExecutionRole' },
  Kinesis: { source: 'Stream', managed: 'service-role/AWSLambdaKinesisExecutionRole' },
  MQ: { source: 'Broker' },
  MSK: { source: 'Stream', managed: 'service-role/AWSLambdaMSKExecutionRole' },
  SQS: { source: 'Queue', managed: 'service-role/AWSLambdaSQSQueueExecutionRole' },
  SelfManagedKafka: {},
};

/** An event of a function, with the names of its parts. */
export interface SamEvent {
  readonly function: SamResource;
  readonly name: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly path: readonly string[];
}

export function declaredEvents(sam: SamResource): readonly SamEvent[] {
  const events = sam.read('Events');
  if (!isObject(events) || isIntrinsic(events)) return [];
  return Object.entries(events).map(([name, event]) => {
    const properties = own(event, 'Properties');
    return {
      function: sam,
      name,
      type: String(own(event, 'Type')),
      properties: isObject(properties) ? properties : {},
      path: ['Events', name, 'Properties'],
    };
  });
}

/**
 * The resources that make the events of a function reach it; those of APIs are the API's.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
export function eventsOf(sam: SamResource): Events {
  const events = declaredEvents(sam);
  return {
    resources: events.flatMap((event) =>
      Object.hasOwn(polled, event.type) ? [mappingOf(event)] : (pushed[event.type]?.(event) ?? []),
    ),
    managedPolicies: events.flatMap(({ type }) => {
      const managed = Object.hasOwn(polled, type) ? polled[type].managed : undefined;
      return managed === undefined ? [] : [managed];
    }),
  };
}

function mappingOf(event: SamEvent): DeclaredResource {
  const { source } = polled[event.type];
  const { [source ?? '']: arn, SecretsManagerKmsKeyId: _key, ...rest } = event.properties;
  const properties = defined({ ...rest, FunctionName: { Ref: event.function.logicalId }, EventSourceArn: arn });
  return beside(event, '', 'AWS::Lambda::EventSourceMapping', properties);
}

const pushed: Readonly<Record<string, ((event: SamEvent) => readonly DeclaredResource[]) | undefined>> = {
  S3: (event) => [permission(event, 's3.amazonaws.com', { SourceAccount: { Ref: 'AWS::AccountId' } })],
  SNS: (event) => {
    const topic = event.properties.Topic;
    const subscription = {
      Endpoint: arnOf(event.function.logicalId),
      Protocol: 'lambda',
      TopicArn: topic,
      ...defined({ FilterPolicy: event.properties.FilterPolicy, RedrivePolicy: event.properties.RedrivePolicy }),
    };
    return [
      permission(event, 'sns.amazonaws.com', { SourceArn: topic }),
      beside(event, '', 'AWS::SNS::Subscription', subscription),
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
      DestinationArn: arnOf(event.function.logicalId),
      LogGroupName: group,
      FilterPattern: event.properties.FilterPattern,
    };
    return [
      permission(event, { 'Fn::Sub': 'logs.${AWS::Region}.amazonaws.com' }, { SourceArn }),
      beside(event, '', 'AWS::Logs::SubscriptionFilter', filter),
    ];
  },
  IoTRule: (event) => {
    const Actions = [{ Lambda: { FunctionArn: arnOf(event.function.logicalId) } }];
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

function ruleFor(event: SamEvent, what: JsonObject): readonly DeclaredResource[] {
  const { Input, InputPath, State, EventBusName, RetryPolicy } = event.properties;
  const target = {
    Id: `${event.name}LambdaTarget`,
    Arn: arnOf(event.function.logicalId),
    Input,
    InputPath,
    RetryPolicy,
  };
  const DeadLetterConfig = own(event.properties.DeadLetterConfig, 'Arn');
  const rule = beside(
    event,
    '',
    'AWS::Events::Rule',
    defined({
      ...what,
      State,
      EventBusName,
      Targets: [defined({ ...target, DeadLetterConfig: DeadLetterConfig && { Arn: DeadLetterConfig } })],
    }),
  );
  return [rule, permission(event, 'events.amazonaws.com', { SourceArn: arnOf(rule.logicalId) })];
}

function scheduleFor(event: SamEvent): readonly DeclaredResource[] {
  const {
    RoleArn,
    FlexibleTimeWindow = { Mode: 'OFF' },
    Input,
    RetryPolicy,
    DeadLetterConfig,
    ...rest
  } = event.properties;
  const functionArn = arnOf(event.function.logicalId);
  const role = beside(event, 'Role', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: trust('scheduler.amazonaws.com'),
    Policies: [policy(`${event.name}LambdaPolicy`, allowing('lambda:InvokeFunction', functionArn))],
  });
  const target = { Arn: functionArn, RoleArn: RoleArn ?? arnOf(role.logicalId), Input, RetryPolicy, DeadLetterConfig };
  const { OmitName: _omit, PermissionsBoundary: _boundary, ...schedule } = rest;
  const properties = { ...schedule, FlexibleTimeWindow, Target: defined(target) };
  return [beside(event, '', 'AWS::Scheduler::Schedule', properties), ...(RoleArn === undefined ? [role] : [])];
}

/** Lets a service call the function. */
export function permission(event: SamEvent, principal: unknown, source: JsonObject, suffix = ''): DeclaredResource {
  return beside(event, `Permission${suffix}`, 'AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: { Ref: event.function.logicalId },
    Principal: principal,
    ...source,
  });
}

function beside(event: SamEvent, suffix: string, type: string, properties: JsonObject): DeclaredResource {
  return event.function.beside(`${event.name}${suffix}`, type, properties, event.path);
}
