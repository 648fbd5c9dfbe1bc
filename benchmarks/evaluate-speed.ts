import { generatedApplication } from './generated-application';
import { evaluate, rules as allRules } from '../src/rules';
import { Application } from '../src/template';

/**
 * How long loading and judging an application takes, by its size, and the exponent from one size to the next: 1 is
 * linear. `npx ts-node -P test/tsconfig.json benchmarks/evaluate-speed.ts [rules]` also lists the slowest rules.
 */
/** What the gate runs unless it is asked for more. */
const rules = allRules.filter(({ strict }) => !strict);

const sizes = [500, 2_000, 10_000, 40_000];
const runs = 3;

function milliseconds<T>(work: () => T): { readonly took: number; readonly result: T } {
  const start = process.hrtime.bigint();
  const result = work();
  return { took: Number(process.hrtime.bigint() - start) / 1e6, result };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

for (const insecure of [false, true]) {
  let before: { readonly size: number; readonly took: number } | undefined;
  for (const size of sizes) {
    const sources = generatedApplication({ resources: size, insecure });
    const measured = Array.from({ length: runs }, () => {
      const loading = milliseconds(() => Application.load(sources));
      const judging = milliseconds(() => evaluate(rules, loading.result));
      return { load: loading.took, judge: judging.took, findings: judging.result.length };
    });
    const load = median(measured.map((one) => one.load));
    const took = median(measured.map((one) => one.judge));
    const exponent = before ? Math.log(took / before.took) / Math.log(size / before.size) : undefined;
    console.log(
      `${size} resources, ${measured[0].findings} findings: load ${load.toFixed()} ms, judge ${took.toFixed()} ms` +
        (exponent === undefined ? '' : `, exponent ${exponent.toFixed(2)}`),
    );
    before = { size, took };
  }
}

if (process.argv.includes('rules')) {
  const app = Application.load(generatedApplication({ resources: 10_000 }));
  const each = rules.map((rule) => ({ id: rule.id, took: milliseconds(() => evaluate([rule], app)).took }));
  for (const { id, took } of each.sort((a, b) => b.took - a.took).slice(0, 25)) console.log(id, took.toFixed(1), 'ms');
}
