import { arnOf } from './raw';
import type { SamResource } from './sam-resource';
import type { JsonObject } from '../parse';

/** The logical id of the alias that SAM publishes for a function or state machine; `undefined` where it publishes none. */
export function aliasOf(sam: SamResource): string | undefined {
  const name = sam.read('AutoPublishAlias');
  if (name === undefined) return undefined;
  return `${sam.logicalId}Alias${typeof name === 'string' ? name.replace(/[^a-zA-Z0-9]/g, '') : ''}`;
}

/**
 * The alias to which events go: the one that is published for a function, and that of a state machine if it says so.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html
 */
function aliasForEvents(sam: SamResource): string | undefined {
  const isMachine = sam.declaration.Type === 'AWS::Serverless::StateMachine';
  return isMachine && String(sam.read('UseAliasAsEventTarget')) !== 'true' ? undefined : aliasOf(sam);
}

/** What events name: the alias that is published, or the function or state machine. */
export function eventTarget(sam: SamResource): JsonObject {
  return { Ref: aliasForEvents(sam) ?? sam.logicalId };
}

/** The ARN of what events start. */
export function eventTargetArn(sam: SamResource): JsonObject {
  const isMachine = sam.declaration.Type === 'AWS::Serverless::StateMachine';
  return aliasForEvents(sam) !== undefined || isMachine ? eventTarget(sam) : arnOf(sam.logicalId);
}
