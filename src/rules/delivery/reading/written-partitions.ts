import { partitionNames, partitionOf } from '../../../facts/partitions';
import type { ContextValue, Verdict } from '../../../iam';
import type { Resource } from '../../../template';

type Context = Readonly<Record<string, ContextValue>>;

const symbol = '${AWS::Partition}';

/**
 * The verdict on a request, of which something is known.
 *
 * Where a policy writes its partition out, as the CDK does for a region that it knows, that is the one of the region, or
 * the one which the app is written for.
 */
export function inWrittenPartition<C extends Context>(context: C, on: Resource, ask: (context: C) => Verdict): Verdict {
  const verdict = ask(context);
  if (verdict.decision !== 'unknown' || !namesPartition(context)) return verdict;
  const partition = partitionOf(on.template.stack.environment?.split('/')[1] ?? '');
  if (partition !== undefined) return ask(inPartition(partition, context));
  const written = partitionNames.map((name) => ask(inPartition(name, context)));
  return written.find(({ decision }) => decision === 'allowed') ?? verdict;
}

function namesPartition(context: Context): boolean {
  return Object.values(context).some((value) => typeof value === 'string' && value.includes(symbol));
}

function inPartition<C extends Context>(partition: string, context: C): C {
  const replaced = (value: ContextValue): ContextValue =>
    typeof value === 'string' ? value.replaceAll(symbol, partition) : value;
  return Object.fromEntries(Object.entries(context).map(([name, value]) => [name, replaced(value)])) as C;
}
