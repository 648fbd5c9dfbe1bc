/**
 * Whether something holds; `unknown` where it depends on what only the deployment decides.
 */
export type Truth = 'yes' | 'no' | 'unknown';

/** Holds if all hold; one that does not is enough to know. */
export function all(truths: Iterable<Truth>): Truth {
  let result: Truth = 'yes';
  for (const truth of truths) {
    if (truth === 'no') return 'no';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** Holds if both hold. */
export function both(one: Truth, other: Truth): Truth {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'yes' ? other : 'unknown';
}

/** Holds if one or the other holds. */
export function either(one: Truth, other: Truth): Truth {
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'no' ? other : 'unknown';
}

/** Holds if one holds; one that does is enough to know. */
export function some(truths: Iterable<Truth>): Truth {
  let result: Truth = 'no';
  for (const truth of truths) {
    if (truth === 'yes') return 'yes';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

export function not(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}

export function truthOf(holds: boolean): Truth {
  return holds ? 'yes' : 'no';
}
