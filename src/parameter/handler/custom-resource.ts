// eslint-disable-next-line import/no-extraneous-dependencies -- the runtime of Lambda has it
import type { SSMClient } from '@aws-sdk/client-ssm';
import { putAnswer, type Answer, type Send } from './answer';
import { Failure, failureOf } from './failure';
import { create, idOfNothing, remove, update, type Outcome } from './lifecycle';
import { answered } from './ownership';
import { ParameterStore } from './parameter-store';
import { patienceOf, type InvocationContext, type Patience } from './patience';
import type { CloudFormationEvent } from './request';

/** What the function is given from outside. */
export interface Surroundings {
  readonly ssm: SSMClient;
  readonly send: Send;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const operations = { Create: create, Update: update, Delete: remove };

/** An answer may have 4,096 bytes, of which the name takes up to 1,011 twice. */
const longestReason = 800;

/**
 * Answers CloudFormation, and throws only where it could not: Lambda then delivers the same request again, which
 * changes nothing that is done already.
 *
 * Writes no logs: CloudFormation shows what failed, CloudTrail what was called, and neither a value.
 */
export function customResource({ ssm, send, sleep }: Surroundings) {
  return async (event: CloudFormationEvent, context: InvocationContext): Promise<void> => {
    const patience = patienceOf(context, sleep);
    const store = new ParameterStore(ssm, patience);
    const result = await outcomeOf(store, event);
    const answer = result instanceof Failure ? failed(event, result) : succeeded(event, result);
    await putAnswer(event.ResponseURL, answer, send, patienceOf(context, sleep, 0));
    if (!(result instanceof Failure) && result.made) await markAnswered(ssm, result.made, never);
  };
}

const never: Patience = { wait: async () => Promise.resolve(false) };

async function outcomeOf(store: ParameterStore, event: CloudFormationEvent): Promise<Outcome | Failure> {
  try {
    if (!Object.hasOwn(operations, event.RequestType)) throw new Failure('a request of an unknown type');
    return await operations[event.RequestType](store, event);
  } catch (error) {
    return failureOf('the change', String(event.ResourceProperties?.Name), error);
  }
}

/** Only a rollback of a creation that was never answered asks for it. */
async function markAnswered(ssm: SSMClient, name: string, patience: Patience): Promise<void> {
  try {
    await new ParameterStore(ssm, patience).tag(name, answered);
  } catch {
    // CloudFormation has its answer; it must not get another one.
  }
}

function succeeded(event: CloudFormationEvent, { physicalId, version }: Outcome): Answer {
  const { Name: name } = event.ResourceProperties;
  return {
    ...common(event, physicalId),
    Status: 'SUCCESS',
    ...(version !== undefined && { Data: { Name: String(name), Version: String(version) } }),
  };
}

/** With the id that CloudFormation has: another would have it delete what is there. */
function failed(event: CloudFormationEvent, failure: Failure): Answer {
  return {
    ...common(event, event.PhysicalResourceId ?? idOfNothing(event)),
    Status: 'FAILED',
    Reason: failure.message.slice(0, longestReason),
  };
}

function common(event: CloudFormationEvent, physicalId: string) {
  return {
    PhysicalResourceId: physicalId,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    NoEcho: true,
  } as const;
}
