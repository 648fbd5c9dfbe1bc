import { reachedBy } from './function-role';
import type { RightOn } from './granting';
import type { Right } from './rights';
import type { Application, Resource } from '../../../template';

/**
 * Whether a right is about rules that a function makes while it runs, under a name that says whose they are: those of
 * the application are not among them.
 */
export function isOnRulesOfItsOwn(right: Right, app: Application): boolean {
  if (!right.actions.every((action) => action.startsWith('events:')) || !right.on.every(saysWhose)) return false;
  const rules = app.ofType('AWS::Events::Rule');
  const isMeant = (rule: Resource) => arnsOf(rule).some((arn) => right.statement.matchesResource(arn) !== 'no');
  return reachedBy(right, rules).length === 0 && !rules.some(isMeant);
}

/** `rule/reminder-*`, and not `rule/*`. */
function saysWhose({ target, arn }: RightOn): boolean {
  return !target && /:rule\/(?:[^*?]*\/)?[^*?/]/.test(arn);
}

/** Of a rule that has a name: on a bus of its own, the name of that stands before it. */
function arnsOf(rule: Resource): readonly string[] {
  const name = rule.read('Name').scalar;
  if (name === undefined) return [];
  const bus = rule.read('EventBusName');
  const before = bus.isAbsent || bus.is('default') ? '' : `${bus.target?.read('Name').text ?? bus.text ?? '*'}/`;
  return [`arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${before}${name}`];
}
