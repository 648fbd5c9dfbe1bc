import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { labelledReport } from './labelled-report';
import { Scores } from './labelled-scores';
import type { FoundHere, LabelledCase, Waivers } from './labelled-scores';
import { evaluate, rules } from '../src/rules';
import { Application } from '../src/template';

const root = resolve(__dirname, '..');
const standardBench = resolve(root, '../shared/bench');

const { values } = parseArgs({ options: { bench: { type: 'string' }, out: { type: 'string' } } });
const bench = values.bench ? resolve(values.bench) : standardBench;

if (!existsSync(join(bench, 'cases.json'))) {
  console.log(`no labelled cases in ${bench}: nothing is measured`);
  if (values.bench) process.exitCode = 1;
} else {
  measure();
}

function measure(): void {
  const cases = read<readonly LabelledCase[]>(join(bench, 'cases.json'));
  const findings: Record<string, readonly FoundHere[]> = {};
  const crashes: string[] = [];
  for (const file of new Set(cases.map((one) => one.file))) {
    findings[file] = findingsIn(file, crashes);
  }
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, JSON.stringify(findings, undefined, 1));
  }
  const waivers = read<Waivers>(join(root, 'benchmarks/waivers.json'));
  const scores = new Scores(
    cases,
    findings,
    waivers,
    new Set(rules.flatMap(({ id, aliases = [] }) => [id, ...aliases])),
  );
  console.log(scores.summary());
  for (const crash of crashes) console.error(crash);
  if (crashes.length > 0) process.exitCode = 1;
  if (bench !== standardBench) return;
  const document = join(root, 'benchmarks/labelled.md');
  writeFileSync(document, labelledReport(scores, waivers, crashes));
  console.log(`wrote ${relative(root, document)}`);
}

/** What the pack finds with everything switched on, read from the file as the command line does, without the CDK. */
function findingsIn(file: string, crashes: string[]): readonly FoundHere[] {
  try {
    const app = Application.load([join(bench, 'templates', file)]);
    return evaluate(rules, app).flatMap(({ rule, outcome, resource, because }) => {
      if (because?.startsWith('the rule met something')) crashes.push(`${file}: ${rule.id}: ${because}`);
      const found = { logicalId: resource.logicalId, ...(outcome === 'unknown' ? { unknown: true as const } : {}) };
      return [rule.id, ...(rule.aliases ?? [])].map((name) => ({ rule: name, ...found }));
    });
  } catch (error) {
    crashes.push(`${file}: ${(error as Error).message}`);
    return [];
  }
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
