import { strangersWho } from './strangers';
import type { Stranger } from './strangers';
import type { Application, Resource } from '../../../template';
import { busPolicy, principalWithoutStatement } from '../../event-bus/reading/bus-policies';

/** A bus, or the policy of one that is not a resource of the application, with what decides who may send to it. */
export interface OpenBus {
  readonly strangers: readonly Stranger[];
  /** The rules that take what is sent. */
  readonly rules: readonly Resource[];
}

/** Who may put events on a bus, of those whom nobody here knows, and the rules that wait there. */
export function openBus(holder: Resource, app: Application): OpenBus {
  const isBus = holder.is('AWS::Events::EventBus');
  if (!isBus && holder.read('EventBusName').target?.is('AWS::Events::EventBus')) return { strangers: [], rules: [] };
  const holders = isBus ? [holder, ...app.attachedTo(holder, 'AWS::Events::EventBusPolicy', 'EventBusName')] : [holder];
  const strangers = holders.flatMap((one) => [
    ...strangersWho(['events:PutEvents'], holder, [busPolicy(one)]),
    ...byOlderProperties(one),
  ]);
  if (strangers.length === 0) return { strangers, rules: [] };
  const rules = isBus
    ? app.attachedTo(holder, 'AWS::Events::Rule', 'EventBusName')
    : app.ofType('AWS::Events::Rule').filter((rule) => busNamed(rule) === busNamed(holder));
  return { strangers, rules: rules.filter((rule) => !namesAccount(rule)) };
}

/** `Principal` of a policy without `Statement` is the number of an account, or `*`. */
function byOlderProperties(holder: Resource): readonly Stranger[] {
  const at = principalWithoutStatement(holder);
  const { text } = at ?? {};
  if (!at || text === undefined || text === '${AWS::AccountId}') return [];
  const isNamed = text !== '*';
  const who = isNamed ? `account ${text}` : 'everybody';
  return [{ who, action: 'events:PutEvents', truth: at.isUnknown ? 'unknown' : 'yes', isNamed, at }];
}

function busNamed(resource: Resource): string {
  return resource.read('EventBusName').text ?? 'default';
}

/** The account is written into an event by the service, whatever its sender says. */
function namesAccount(rule: Resource): boolean {
  const { items } = rule.read('EventPattern.account');
  return items.length > 0 && items.every((account) => account.text !== undefined);
}
