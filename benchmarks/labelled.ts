import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { disagreementOf, includeAll } from './labelled-included';
import { labelledReport } from './labelled-report';
import type { Agreement, Trouble } from './labelled-report';
import { Scores } from './labelled-scores';
import type { FoundHere, LabelledCase, Waivers } from './labelled-scores';
import { evaluate, rules } from '../src/rules';
import { Application } from '../src/template';

const root = resolve(__dirname, '..');
const standardBench = resolve(root, '../shared/bench');

/** Every n-th template is included in an app as well. */
const stride = 4;

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
  const trouble: Trouble = { unreadable: [], crashes: [] };
  const found: Record<string, readonly FoundHere[]> = {};
  for (const file of new Set(cases.map((one) => one.file))) found[file] = findingsIn(file, trouble);
  const findings = Object.fromEntries(Object.entries(found).map(([file, here]) => [file, here.flatMap(withAliases)]));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, JSON.stringify(findings, undefined, 1));
  }
  const waivers = read<Waivers>(join(root, 'benchmarks/waivers.json'));
  const ours = new Set(rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const scores = new Scores(cases, findings, waivers, ours);
  const agreement = agreementOn(found, trouble);
  console.log(scores.summary());
  console.log(`${agreement.agreeing} of ${agreement.asked} templates give the same findings through CfnInclude`);
  for (const line of [...trouble.unreadable, ...trouble.crashes, ...agreement.disagreements]) console.error(line);
  if (trouble.crashes.length > 0) process.exitCode = 1;
  if (bench !== standardBench) return;
  if (agreement.disagreements.length > 0) process.exitCode = 1;
  const explained = read<Waivers>(join(root, 'benchmarks/open-disagreements.json'));
  const document = join(root, 'benchmarks/labelled.md');
  writeFileSync(document, labelledReport(scores, waivers, { ...trouble, explained }, agreement));
  console.log(`wrote ${relative(root, document)}`);
}

/** What the pack finds with everything switched on, read from the file as the command line does, without the CDK. */
function findingsIn(file: string, trouble: Trouble): readonly FoundHere[] {
  let app: Application;
  try {
    app = Application.load([join(bench, 'templates', file)]);
  } catch (error) {
    trouble.unreadable.push(`${file} cannot be read: ${(error as Error).message.split('\n')[0]}`);
    return [];
  }
  try {
    return evaluate(rules, app).map(({ rule, outcome, resource, because }) => {
      if (because?.startsWith('the rule met something')) trouble.crashes.push(`${file}: ${rule.id}: ${because}`);
      return { rule: rule.id, logicalId: resource.logicalId, ...(outcome === 'unknown' ? { unknown: true } : {}) };
    });
  } catch (error) {
    trouble.crashes.push(`${file}: ${(error as Error).message}`);
    return [];
  }
}

/** A row of the catalogue that another rule looks after is found by its own name, too. */
function withAliases(finding: FoundHere): readonly FoundHere[] {
  const { aliases = [] } = rules.find(({ id }) => id === finding.rule) ?? {};
  return [finding, ...aliases.map((rule) => ({ ...finding, rule }))];
}

/** Whether the gate in an app finds what is found in the file. */
function agreementOn(found: Readonly<Record<string, readonly FoundHere[]>>, { unreadable }: Trouble): Agreement {
  const readable = Object.keys(found).filter((file) => !unreadable.some((line) => line.startsWith(`${file} `)));
  const sample = readable.sort().filter((_, index) => index % stride === 0);
  const { findings, refused } = includeAll(sample, (file) => join(bench, 'templates', file));
  const disagreements = [...findings].flatMap(([file, inApp]) =>
    disagreementOf(found[file], inApp).map((line) => `${file}: ${line}`),
  );
  const differing = new Set(disagreements.map((line) => line.split(': ')[0]));
  return { asked: findings.size, agreeing: findings.size - differing.size, refused, disagreements };
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
