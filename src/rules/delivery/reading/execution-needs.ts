import { verdictForService } from './verdict-for-service';
import type { Verdict } from '../../../iam';
import { resourcePolicies } from '../../../iam/resource-policies';
import { rolePolicies } from '../../../iam/role-policies';
import type { Resource, Value } from '../../../template';
import { functionBehind } from '../../function/reading/function-behind';

/** Something that Lambda does with the role of a function, because a property asks for it. */
export interface Need {
  readonly action: string;
  readonly on: Resource;
  readonly at: Value;
}

/**
 * What Lambda does to a target of failed or successful events, and to a source that it polls.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions
 */
const sends: Readonly<Record<string, readonly string[]>> = {
  'AWS::SQS::Queue': ['sqs:SendMessage'],
  'AWS::SNS::Topic': ['sns:Publish'],
  'AWS::Lambda::Function': ['lambda:InvokeFunction'],
  'AWS::Events::EventBus': ['events:PutEvents'],
};
const polls: Readonly<Record<string, readonly string[]>> = {
  'AWS::SQS::Queue': ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  'AWS::Kinesis::Stream': ['kinesis:GetRecords', 'kinesis:GetShardIterator'],
};

/** The role of the function that a resource of {@link needyTypes} is about, where both are part of the application. */
export function executionRoleFor(resource: Resource): Resource | undefined {
  const fn = resource.is('AWS::Lambda::Function') ? resource : functionBehind(resource.read('FunctionName'));
  const role = fn?.read('Role').target;
  return role?.is('AWS::IAM::Role') ? role : undefined;
}

const targets: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': ['DeadLetterConfig.TargetArn'],
  'AWS::Lambda::EventInvokeConfig': [
    'DestinationConfig.OnFailure.Destination',
    'DestinationConfig.OnSuccess.Destination',
  ],
  'AWS::Lambda::EventSourceMapping': ['DestinationConfig.OnFailure.Destination'],
};

/** Where what Lambda sends to, or polls, is written. */
export const needyTypes = Object.keys(targets);

/** What the role has to allow for a resource of {@link needyTypes} to work. */
export function needsOf(resource: Resource): readonly Need[] {
  const sent = targets[resource.type].flatMap((path) =>
    needs(resource.read(path), sends, ['kms:GenerateDataKey', 'kms:Decrypt']),
  );
  if (!resource.is('AWS::Lambda::EventSourceMapping')) return sent;
  return [...sent, ...needs(resource.read('EventSourceArn'), polls, ['kms:Decrypt'])];
}

/**
 * Whoever sends to an encrypted queue or topic also decrypts the new data key.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#send-to-encrypted-queue
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function needs(
  at: Value,
  actions: Readonly<Record<string, readonly string[]>>,
  keyActions: readonly string[],
): readonly Need[] {
  const on = at.target;
  if (!on || !Object.hasOwn(actions, on.type)) return [];
  const key = on.read(on.is('AWS::Kinesis::Stream') ? 'StreamEncryption.KeyId' : 'KmsMasterKeyId').target;
  return [
    ...actions[on.type].map((action) => ({ action, on, at })),
    ...(key?.is('AWS::KMS::Key') ? keyActions.map((action) => ({ action, on: key, at })) : []),
  ];
}

/** What the role, or a policy of the other side, says to each: once for what every statement takes alike. */
export function verdictsOn(role: Resource, needed: readonly Need[]): readonly (Need & { readonly verdict: Verdict })[] {
  const verdicts = new Map<Resource, Map<string, Verdict>>();
  return needed.map((need) => {
    const { action, on } = need;
    const known = verdicts.get(on) ?? new Map<string, Verdict>();
    verdicts.set(on, known);
    const how = howTaken(action, role, on);
    const verdict = known.get(how) ?? verdictForService(role, action, on);
    known.set(how, verdict);
    return { ...need, verdict };
  });
}

function howTaken(action: string, role: Resource, on: Resource): string {
  const { identity = [], boundary } = rolePolicies(role);
  const policies = [...identity, ...(boundary ? [boundary] : []), ...resourcePolicies(on)];
  const taken = policies.flatMap(({ document }) => document.statements.map((one) => one.matchesAction(action)));
  return [action.split(':')[0], ...taken].join(' ');
}
