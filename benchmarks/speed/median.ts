const runs = 5;

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Of five runs, in milliseconds, each without the garbage of the one before. */
export function medianTime(work: () => unknown): number {
  return medianOf(() => {
    globalThis.gc?.();
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
}

/** Of five numbers. */
export function medianOf(measure: () => number): number {
  return median(Array.from({ length: runs }, measure));
}
