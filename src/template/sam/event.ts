import { eventTarget, eventTargetArn } from './alias';
import { defined, isIntrinsic } from './raw';
import { allowing, policy, trust } from './role';
import type { SamResource, Sources } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** An event of a function or state machine, with the names of its parts. */
export interface SamEvent {
  readonly of: SamResource;
  readonly isOfMachine: boolean;
  readonly name: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly path: readonly string[];
}

export function declaredEvents(sam: SamResource): readonly SamEvent[] {
  const events = sam.read('Events');
  const isOfMachine = sam.declaration.Type === 'AWS::Serverless::StateMachine';
  if (isIntrinsic(events)) {
    return [{ of: sam, isOfMachine, name: 'Events', type: '', properties: {}, path: ['Events'] }];
  }
  if (!isObject(events)) return [];
  return Object.entries(events).map(([name, event]) => {
    const properties = own(event, 'Properties');
    return {
      of: sam,
      isOfMachine,
      name,
      type: String(own(event, 'Type')),
      properties: isObject(properties) ? properties : {},
      path: ['Events', name, 'Properties'],
    };
  });
}

/** A role with which a service calls the function or starts the state machine. */
export function starterRole(event: SamEvent, service: string, boundary?: unknown): DeclaredResource {
  const { isOfMachine, of } = event;
  const allowed = allowing(isOfMachine ? 'states:StartExecution' : 'lambda:InvokeFunction', eventTargetArn(of));
  const properties = {
    AssumeRolePolicyDocument: trust(service),
    Policies: [policy(`${event.name}StartPolicy`, allowed)],
    PermissionsBoundary: boundary,
  };
  const isGivable = event.type !== 'Api' && event.type !== 'HttpApi';
  const sources: Sources = isGivable ? { AssumeRolePolicyDocument: 'RoleArn' } : {};
  return beside(event, 'Role', 'AWS::IAM::Role', defined(properties), sources);
}

/** Lets a service call the function. */
export function permission(event: SamEvent, principal: unknown, source: JsonObject, suffix = ''): DeclaredResource {
  return beside(event, `Permission${suffix}`, 'AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: eventTarget(event.of),
    Principal: principal,
    ...source,
  });
}

/** A resource that SAM makes of an event; `sources` are the properties of the event that its parts come from. */
export function beside(
  event: SamEvent,
  suffix: string,
  type: string,
  properties: JsonObject,
  sources: Sources = {},
): DeclaredResource {
  const below = Object.entries(sources).map(([part, source]) => [part, [...event.path, source].join('.')]);
  return event.of.beside(`${event.name}${suffix}`, type, properties, event.path, Object.fromEntries(below) as Sources);
}
