import { defined, isIntrinsic, madeByTransform, rewrite } from './raw';
import { allowing, policy } from './role';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

const actions: Readonly<Record<string, string>> = {
  SQS: 'sqs:SendMessage',
  SNS: 'sns:Publish',
  Lambda: 'lambda:InvokeFunction',
  EventBridge: 'events:PutEvents',
  S3: 's3:PutObject',
};

const ends = ['OnFailure', 'OnSuccess'] as const;

/** Where the results of a function go, as Lambda has it: without the type that SAM asks for. */
export function destinationConfig(config: unknown, made: (end: string) => unknown = () => undefined): unknown {
  return rewrite(config, (plain) =>
    defined(
      Object.fromEntries(
        ends.map((end) => [
          end,
          rewrite(own(plain, end), (one) => defined({ Destination: own(one, 'Destination') ?? made(end) })),
        ]),
      ),
    ),
  );
}

/** What SAM lets the role of the function do there. */
export function destinationPolicies(
  name: string,
  config: unknown,
  made: (end: string) => unknown = () => undefined,
): readonly JsonObject[] {
  if (isIntrinsic(config)) return [policy(`${name}DestinationPolicy`, madeByTransform)];
  return ends.flatMap((end) => {
    const one = own(config, end);
    if (!isObject(one)) return [];
    const type = own(one, 'Type');
    const action = typeof type === 'string' && Object.hasOwn(actions, type) ? actions[type] : undefined;
    const to = own(one, 'Destination') ?? made(end);
    const document = action === undefined || to === undefined ? madeByTransform : allowing(action, to);
    // A type is only asked for where a policy is to be written.
    return type === undefined && !isIntrinsic(one) ? [] : [policy(`${name}${end}Policy`, document)];
  });
}

/** The ends for which SAM makes a queue or topic, because none is named. */
export function endsWithoutDestination(config: unknown): readonly { readonly end: string; readonly type: string }[] {
  return ends.flatMap((end) => {
    const one = own(config, end);
    const type = own(one, 'Type');
    const isMade = (type === 'SQS' || type === 'SNS') && own(one, 'Destination') === undefined;
    return isMade ? [{ end, type }] : [];
  });
}
