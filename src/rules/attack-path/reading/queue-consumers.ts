import type { Receiver } from './receivers';
import { rightsOf } from './rights';
import type { Right } from './rights';
import type { Application, Resource, Value } from '../../../template';

const taking = ['sqs:PurgeQueue', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'];

/** Whether a role can make messages of the queue go away that nobody has handled. */
export function takes(role: Resource, queue: Resource, app: Application): Right | undefined {
  const { found } = rightsOf(role, app, taking);
  const held = found.filter(({ truth, on }) => truth === 'yes' && on.some(({ target }) => target === queue));
  const holding = (action: string) => held.find(({ actions }) => actions.includes(action));
  return holding('sqs:PurgeQueue') ?? (holding('sqs:ReceiveMessage') && holding('sqs:DeleteMessage'));
}

/** The roles whose policies name a queue, but for those of its consumers. */
export function rivalsOf(queue: Resource, receivers: readonly Receiver[], app: Application): readonly Resource[] {
  const functions = pollingFunctions(receivers).map(({ fn }) => fn.read('Role').target);
  const pipes = app.attachedTo(queue, 'AWS::Pipes::Pipe', 'Source').map((pipe) => pipe.read('RoleArn').target);
  const consumers = [...functions, ...pipes];
  return app.principalsOf(queue).filter((role) => role.is('AWS::IAM::Role') && !consumers.includes(role));
}

/** Where a function polls a queue that another polls already: all but the first by name, whatever order they stand in. */
export function secondPolls(receivers: readonly Receiver[]): readonly Value[] {
  const polls = [...pollingFunctions(receivers)].sort(({ at: a }, { at: b }) =>
    `${a.resource}`.localeCompare(`${b.resource}`),
  );
  return polls.filter(({ fn }) => fn !== polls[0].fn).map(({ at }) => at);
}

function pollingFunctions(receivers: readonly Receiver[]): readonly { readonly fn: Resource; readonly at: Value }[] {
  return receivers
    .filter(({ resource }) => resource.is('AWS::Lambda::Function'))
    .map(({ resource: fn, at: { resource: by } }) => ({
      fn,
      at: by.read(by.is('AWS::Pipes::Pipe') ? 'Source' : 'EventSourceArn'),
    }));
}
