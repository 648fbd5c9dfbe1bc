import type { MeasuredApp } from './measure-app';

export interface NamedApp extends MeasuredApp {
  readonly name: string;
}

export interface SpeedReport {
  readonly rules: number;
  readonly apps: readonly NamedApp[];
  readonly targets: readonly Target[];
}

export interface Target {
  readonly what: string;
  readonly got: number;
  readonly atMost: number;
  readonly unit?: string;
}

export function isMet({ got, atMost }: Target): boolean {
  return got <= atMost;
}

/** `benchmarks/speed.md`. */
export function speedReport({ rules, apps, targets }: SpeedReport): string {
  const header = [
    'app',
    'resources',
    'plain synth',
    'ours',
    'ours, strict',
    'AwsSolutions',
    'AwsSolutions + Serverless',
    'ours / synth',
    'ours / both packs',
    'findings',
    'strict',
  ];
  return `# How long the gate takes

\`npm run bench\` measures this in one process, as medians of five runs on Node ${process.versions.node}, and writes this page. Times are
milliseconds: of the CDK's synthesis with its own validation of templates turned off, and of each pack within
\`validate()\`. They differ from machine to machine; the ratios hardly do. The gate runs ${rules} rules, and more with \`strict\`.

${table(header, apps.map(row))}

The generated apps are stacks of at most 500 resources (functions, APIs, queues, topics, tables, buckets, keys, web ACLs), whose
functions read from the stack before theirs: \`benchmarks/speed/generated-service.ts\`. The raw one is written as people write first, with
every L2 as it comes: \`benchmarks/speed/raw-application.ts\`.

## Targets

${table(
  ['what', 'got', 'at most', ''],
  targets.map((target) => [
    target.what,
    shown(target.got, target.unit),
    shown(target.atMost, target.unit),
    isMet(target) ? 'met' : '**missed**',
  ]),
)}
`;
}

function row(app: NamedApp): string[] {
  const both = app.awsSolutions + app.serverless;
  return [
    app.name,
    ...[app.resources, app.plainSynth, app.ours, app.oursStrict, app.awsSolutions, both].map((number) =>
      number.toFixed(),
    ),
    percent(app.ours / app.plainSynth),
    percent(app.ours / both),
    `${app.findings}`,
    `${app.strictFindings}`,
  ];
}

function shown(number: number, unit = ''): string {
  if (unit === '%') return percent(number);
  return `${number >= 20 ? number.toFixed() : number.toFixed(2)}${unit && ` ${unit}`}`;
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
