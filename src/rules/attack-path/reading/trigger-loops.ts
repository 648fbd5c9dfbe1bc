import { grantingOf } from './granting';
import { pathOf } from './path';
import { receiversOf } from './receivers';
import type { Receiver } from './receivers';
import { rightsOf } from './rights';
import type { Application, Resource, Value } from '../../../template';
import { onceForResource } from '../../../template/once';
import { fail, unknown } from '../../results';
import type { Result } from '../../results';

/** By type: what puts something in that sets off whoever waits there. */
const puttingIn: Readonly<Record<string, readonly string[]>> = {
  'AWS::S3::Bucket': ['s3:PutObject'],
  'AWS::SQS::Queue': ['sqs:SendMessage'],
  'AWS::SNS::Topic': ['sns:Publish'],
  'AWS::DynamoDB::Table': ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
  'AWS::DynamoDB::GlobalTable': ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
  'AWS::Kinesis::Stream': ['kinesis:PutRecord', 'kinesis:PutRecords'],
  'AWS::Events::EventBus': ['events:PutEvents'],
};

const everythingThatPutsIn = [...new Set(Object.values(puttingIn).flat())];

/**
 * What Lambda counts the rounds of; a loop through anything else goes on.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html#invocation-recursion-supported
 */
const counted = ['AWS::Lambda::Function', 'AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::S3::Bucket'];

/** Three functions with a topic and a queue between each. */
const longest = 9;

interface Loop {
  /** From the function to what sets it off again. */
  readonly through: readonly Resource[];
  /** What sets it off. */
  readonly trigger: Receiver;
  /** What may leave out what goes round. */
  readonly unsure: Value | undefined;
}

/** Judges the loops that a function closes with itself alone, or over other functions, each at the trigger. */
export function judgeLoops(fn: Resource, app: Application, over: 'itself' | 'other functions'): readonly Result[] {
  return loopsOf(fn, app).flatMap(({ through, trigger, unsure }) => {
    const functions = through.filter(isFunction);
    if ((functions.length === 1) !== (over === 'itself')) return [];
    if (functions.some((other) => other.logicalId < fn.logicalId)) return [];
    if (unsure) return unknown(unsure);
    const isEnded = through.every(({ type }) => counted.includes(type));
    return fail(trigger.at, {
      got: `the loop ${pathOf(...through, fn)}`,
      wanted: 'a filter that leaves out what the function writes, or another place to write to',
      ...(isEnded && { severity: 'medium' }),
    });
  });
}

/** What names a function that it sets off. */
const triggers: readonly (readonly [type: string, property: string])[] = [
  ['AWS::Lambda::EventSourceMapping', 'FunctionName'],
  ['AWS::SNS::Subscription', 'Endpoint'],
  ['AWS::SNS::Topic', 'Subscription'],
  ['AWS::S3::Bucket', 'NotificationConfiguration'],
  ['Custom::S3BucketNotifications', 'NotificationConfiguration'],
  ['AWS::Events::Rule', 'Targets'],
  ['AWS::Pipes::Pipe', 'Target'],
  ['AWS::Pipes::Pipe', 'Enrichment'],
];

/** Whether anything but a call sets off a function, one of its versions or aliases. */
function hasTrigger(fn: Resource, app: Application): boolean {
  const named = (one: Resource) => triggers.some(([type, property]) => app.attachedTo(one, type, property).length > 0);
  const versions = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'];
  return named(fn) || versions.some((type) => app.attachedTo(fn, type, 'FunctionName').some(named));
}

/** The shortest loop over each way out of a function. */
function loopsOf(fn: Resource, app: Application): readonly Loop[] {
  if (!hasTrigger(fn, app) || loopsOver(placesNamedBy, fn, app).length === 0) return [];
  return loopsOver(placesWrittenBy, fn, app);
}

function loopsOver(placesOf: (fn: Resource) => readonly Resource[], fn: Resource, app: Application): readonly Loop[] {
  const loops: Loop[] = [];
  const seen = new Set<Resource>([fn]);
  const open: Pick<Loop, 'through' | 'unsure'>[] = [{ through: [fn], unsure: undefined }];
  for (const { through, unsure } of open) {
    const last = through[through.length - 1];
    const receivers = isFunction(last) ? [] : receiversOf(last, app).filter(({ isFiltered }) => !isFiltered);
    const next = [
      ...(isFunction(last) ? placesOf(last).map((resource) => ({ resource, unsure })) : []),
      ...receivers.map(({ resource, at }) => ({ resource, unsure: unsure ?? (at.isUnknown ? at : undefined) })),
    ];
    for (const trigger of receivers.filter(({ resource }) => resource === fn)) {
      loops.push({ through, trigger, unsure: unsure ?? (trigger.at.isUnknown ? trigger.at : undefined) });
    }
    for (const station of next) {
      if (seen.has(station.resource) || through.length === longest) continue;
      seen.add(station.resource);
      open.push({ through: [...through, station.resource], unsure: station.unsure });
    }
  }
  return loops;
}

/** Where a statement names a place and how to write there, whatever denies it: a lot faster to know, and mostly enough. */
function placesNamedBy(fn: Resource): readonly Resource[] {
  return onceForResource(fn, findPlacesNamedBy);
}

function findPlacesNamedBy(fn: Resource, app: Application): readonly Resource[] {
  const role = fn.read('Role').target;
  if (!role?.is('AWS::IAM::Role')) return [];
  const places = new Set<Resource>();
  for (const { statement, resources } of grantingOf(role, app).granting) {
    for (const { target } of resources) {
      if (!target || !Object.hasOwn(puttingIn, target.type)) continue;
      if (puttingIn[target.type].some((action) => statement.matchesAction(action) !== 'no')) places.add(target);
    }
  }
  return [...places];
}

/** Worked out once for all functions whose way leads here. */
function placesWrittenBy(fn: Resource): readonly Resource[] {
  return onceForResource(fn, findPlacesWrittenBy);
}

function findPlacesWrittenBy(fn: Resource): readonly Resource[] {
  const role = fn.read('Role').target;
  if (!role?.is('AWS::IAM::Role')) return [];
  const { found } = rightsOf(role, fn.template.application, everythingThatPutsIn);
  const places = found
    .filter(({ truth }) => truth === 'yes')
    .flatMap(({ on, actions }) =>
      on.flatMap(({ target, arn }) => {
        if (!target || !Object.hasOwn(puttingIn, target.type)) return [];
        if (target.is('AWS::S3::Bucket') && !arn.includes('/')) return [];
        return puttingIn[target.type].some((action) => actions.includes(action)) ? [target] : [];
      }),
    );
  return [...new Set(places)];
}

function isFunction(resource: Resource): boolean {
  return resource.is('AWS::Lambda::Function');
}
