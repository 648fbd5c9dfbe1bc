import { aliasOf } from './alias';
import { beside, declaredEvents } from './event';
import type { SamEvent } from './event';
import { arnOf, defined, madeByTransform, rewrite, tagsOf } from './raw';
import { roleFor } from './role';
import type { SamResource } from './sam-resource';
import { ruleFor, scheduleFor } from './scheduled-events';
import type { DeclaredResource } from '../declared-resource';
import { isObject } from '../parse';

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
export function stateMachineResources(sam: SamResource): readonly DeclaredResource[] {
  const definition = sam.read('DefinitionUri');
  const role = sam.read('Role');
  const properties = defined({
    Definition: sam.read('Definition'),
    DefinitionS3Location: rewrite(definition, (uri) => (isObject(uri) ? uri : { Key: uri })),
    RoleArn: role ?? arnOf(`${sam.logicalId}Role`),
    StateMachineName: sam.read('Name'),
    StateMachineType: sam.read('Type'),
    LoggingConfiguration: sam.read('Logging'),
    TracingConfiguration: sam.read('Tracing'),
    DefinitionSubstitutions: sam.read('DefinitionSubstitutions'),
    EncryptionConfiguration: sam.read('EncryptionConfiguration'),
    Tags: tagsOf(sam.read('Tags')),
  });
  const itself = sam.itself('AWS::StepFunctions::StateMachine', properties, {
    DefinitionS3Location: 'DefinitionUri',
    RoleArn: 'Role',
    StateMachineName: 'Name',
    StateMachineType: 'Type',
    LoggingConfiguration: 'Logging',
    TracingConfiguration: 'Tracing',
  });
  const managed = sam.read('Tracing') === undefined ? [] : ['AWSXRayDaemonWriteAccess'];
  const made = role === undefined ? [roleFor(sam, { service: 'states.amazonaws.com', managed })] : [];
  return [itself, ...made, ...publishedAlias(sam), ...declaredEvents(sam).flatMap(startedBy)];
}

/** A version and an alias that leads to it. */
function publishedAlias(sam: SamResource): readonly DeclaredResource[] {
  const id = aliasOf(sam);
  if (id === undefined) return [];
  const path = ['AutoPublishAlias'];
  const version = sam.beside(
    'Version',
    'AWS::StepFunctions::StateMachineVersion',
    { StateMachineArn: { Ref: sam.logicalId } },
    path,
  );
  const routes = [{ StateMachineVersionArn: { Ref: version.logicalId }, Weight: 100 }];
  const alias = { Name: sam.read('AutoPublishAlias'), RoutingConfiguration: routes };
  return [version, sam.beside(id.slice(sam.logicalId.length), 'AWS::StepFunctions::StateMachineAlias', alias, path)];
}

/** What starts the state machine, each with a role for just that; calls of APIs are the API's. */
function startedBy(event: SamEvent): readonly DeclaredResource[] {
  const { type, properties } = event;
  if (type === 'Api' || type === 'HttpApi') return [];
  if (type === 'ScheduleV2') return scheduleFor(event);
  if (!['Schedule', 'CloudWatchEvent', 'EventBridgeRule'].includes(type)) {
    return [beside(event, '', 'AWS::Events::Rule', madeByTransform)];
  }
  return ruleFor(event, defined({ ScheduleExpression: properties.Schedule, EventPattern: properties.Pattern }));
}
