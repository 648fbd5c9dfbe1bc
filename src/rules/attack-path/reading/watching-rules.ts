import type { RightOn } from './granting';

/**
 * Turning off a schedule, or a rule for events of applications, stops a job, and nobody who watches: services of AWS tell
 * what happens in the account on the default bus only.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html
 */
export function watchesNobody({ target: rule }: RightOn): boolean {
  if (!rule?.is('AWS::Events::Rule')) return false;
  const bus = rule.read('EventBusName');
  const isOwnBus = bus.target?.is('AWS::Events::EventBus') || (bus.isKnown && !/(?:^|\/)default$/.test(bus.text ?? ''));
  const sources = rule.read('EventPattern.source').items;
  const areOwnEvents =
    sources.length > 0 && sources.every(({ isKnown, text }) => isKnown && !/^aws\b/.test(text ?? 'aws'));
  return isOwnBus || areOwnEvents || !rule.read('ScheduleExpression').isAbsent;
}
