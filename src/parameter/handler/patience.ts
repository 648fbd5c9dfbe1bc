/** How long there is left to try again. */
export interface Patience {
  /** Waits a little longer each time. @returns false when there is no time left for it */
  wait(attempt: number): Promise<boolean>;
}

/** What Lambda says about the invocation. */
export interface InvocationContext {
  getRemainingTimeInMillis(): number;
}

/** Milliseconds in which the answer has to get out. */
const keptForAnswer = 30_000;
const longest = 8_000;

/** Waits as long as the invocation has time, and leaves enough of it for an answer. */
export function patienceOf(
  context: InvocationContext,
  sleep: (milliseconds: number) => Promise<void>,
  kept: number = keptForAnswer,
): Patience {
  return {
    async wait(attempt) {
      const pause = Math.min(longest, 250 * 2 ** attempt);
      if (context.getRemainingTimeInMillis() - pause < kept) return false;
      await sleep(pause);
      return true;
    },
  };
}
