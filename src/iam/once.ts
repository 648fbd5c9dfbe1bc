import { once } from '../template/once';
import type { Value } from '../template/value';

/**
 * Works something out once for each property, however many rules ask: reading policies is most of their work.
 *
 * What met a condition or a parameter on the way may be different in another world, and is not kept.
 */
export function onceForEach<T>(value: Value, work: (value: Value) => T): T {
  return once(value, work, value.resource.template.application);
}
