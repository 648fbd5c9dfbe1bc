import { worstOf } from './harm';
import type { Harm } from './harm';
import { pathOf } from './path';
import type { Receiver } from './receivers';
import { receiversOf } from './receivers';
import type { Stranger } from './strangers';
import type { Application, Resource, Value } from '../../../template';
import { fail, unknown } from '../../results';
import type { Result } from '../../results';

/** Where the role stands that something runs as. */
const roles: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
};

/** Further than a topic, a queue and a function. */
const mostSteps = 4;

/** A way from where something is put to what acts on it. */
interface Way {
  /** From the first receiver to the one that acts. */
  readonly through: readonly Resource[];
  readonly role: Value;
}

/** The functions and state machines that act on what some receivers get. */
function waysFrom(receivers: readonly Receiver[], app: Application): readonly Way[] {
  const ways: Way[] = [];
  const seen = new Set<Resource>();
  const open = receivers.map(({ resource }) => [resource]);
  for (const through of open) {
    const last = through[through.length - 1];
    if (seen.has(last)) continue;
    seen.add(last);
    if (Object.hasOwn(roles, last.type)) {
      ways.push({ through, role: last.read(roles[last.type]) });
    } else if (through.length < mostSteps) {
      open.push(...receiversOf(last, app).map(({ resource }) => [...through, resource]));
    }
  }
  return ways;
}

/**
 * What comes of it that strangers may put something in: at the statement that lets them, with the whole way.
 *
 * @param receivers by default all that the resource has
 */
export function judgeInjection(
  strangers: readonly Stranger[],
  into: Resource,
  app: Application,
  receivers?: readonly Receiver[],
): readonly Result[] {
  if (strangers.length === 0) return [];
  const ends = waysFrom(receivers ?? receiversOf(into, app), app).map((way) => ({
    ...way,
    worst: worstBehind(way.role, app),
  }));
  const end = ends.find(({ worst }) => typeof worst === 'object');
  if (!end) {
    const unread = ends.find(({ worst }) => worst === 'unknown');
    return unread ? [unknown(unread.role, 'what the role allows is not known')] : [];
  }
  const { told } = end.worst as Harm;
  return strangers.map(({ who, action, truth, isNamed, at }) =>
    truth === 'unknown'
      ? unknown(at, at.because ?? 'who may send is only known after deployment')
      : fail(at, {
          got: `${who} may ${action} on ${pathOf(into, ...end.through, told)}`,
          wanted: 'senders that are known: roles, or a service with `aws:SourceArn`',
          ...(isNamed && { severity: 'medium' }),
        }),
  );
}

function worstBehind(role: Value, app: Application) {
  if (role.target?.is('AWS::IAM::Role')) return worstOf(role.target, app);
  return role.isAbsent ? undefined : 'unknown';
}
