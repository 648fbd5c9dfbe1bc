import type { Value } from '../../../template';

/** A pattern without `^` and `$` matches every number that contains it, which whoever makes accounts can get. */
function isAnchored(pattern: string): boolean {
  return pattern
    .replace(/\([^()]*\)/g, '')
    .split('|')
    .every((alternative) => /^\^.*\$$/.test(alternative));
}

/** Who proposes it is what a filter can tell strangers by; the branch of a fork has the name that they give it. */
function namesPeople(filter: Value): boolean {
  const pattern = filter.read('Pattern');
  const isInclusion = filter.read('Type').is('ACTOR_ACCOUNT_ID') && !filter.read('ExcludeMatchedPattern').isTrue;
  return isInclusion && (!pattern.isKnown || isAnchored(pattern.text ?? ''));
}

/** Whether what strangers propose is built. Without filters every push and pull request is. */
export function buildsPullRequests(groups: Value): boolean {
  if (groups.items.length === 0) return true;
  return groups.items.some((group) => {
    const events = group.items.filter((filter) => filter.read('Type').is('EVENT'));
    return (
      !group.items.some(namesPeople) &&
      events.some((filter) => /PULL_REQUEST_(CREATED|UPDATED|REOPENED)/.test(filter.read('Pattern').text ?? ''))
    );
  });
}
