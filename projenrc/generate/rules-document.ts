import { join } from 'node:path';
import { exampleSources } from './example-sources';
import { coverage, frameworks } from './frameworks';
import type { Framework } from './frameworks';
import { generate } from './generated-file';
import { root, ruleFiles } from './rule-files';
import { linked, sourcesOf } from './sources';
import { uncoveredControls } from './uncovered-controls';
import { rules } from '../../src/rules';
import type { Rule } from '../../src/rules';
import { dedent } from '../../test/rules/rule-examples';
import type { Example, RuleExamples } from '../../test/rules/rule-examples';

// The examples are read where jest is not: what a test file asks of it has no effect here.
const jestGlobals = ['describe', 'test', 'it', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'];
for (const name of jestGlobals) {
  Object.assign(globalThis, { [name]: Object.assign(() => {}, { each: () => () => {} }) });
}

interface Documented extends Required<Omit<RuleExamples, 'rule'>> {
  readonly rule: Rule;
  /** The test, from the root of the project. */
  readonly test: string;
  /** The room of the rule. */
  readonly thing: string;
}

const severities = ['critical', 'high', 'medium', 'low'] as const;
const consequences = {
  critical: 'fails the synthesis and cannot be acknowledged, only let through for a while with `breakGlass`',
  high: 'fails the synthesis until it is fixed or acknowledged',
  medium: 'warns; fails with `strict`',
  low: 'warns',
} as const;

/** What the rooms are called where AWS has a name for them. */
const titles: Readonly<Record<string, string>> = {
  function: 'AWS Lambda',
  api: 'Amazon API Gateway',
  bucket: 'Amazon S3',
  key: 'AWS KMS',
  'log-group': 'Amazon CloudWatch Logs',
  role: 'AWS IAM',
  policy: 'Policies of identities and resources',
  table: 'Amazon DynamoDB',
  queue: 'Amazon SQS',
  topic: 'Amazon SNS',
  'event-bus': 'Amazon EventBridge, Scheduler and Pipes',
  'state-machine': 'AWS Step Functions',
  secret: 'AWS Secrets Manager and Systems Manager parameters',
  stream: 'Amazon Kinesis and Amazon Data Firehose',
  'user-pool': 'Amazon Cognito',
  'graphql-api': 'AWS AppSync',
  distribution: 'Amazon CloudFront',
  network: 'Amazon VPC',
  'document-db': 'Amazon DocumentDB',
  firewall: 'AWS WAF',
  detection: 'AWS CloudTrail, Amazon GuardDuty and Amazon Macie',
  delivery: 'Deliveries between services',
  stack: 'AWS CloudFormation',
  'attack-path': 'Attack paths over several resources',
};

const documented: readonly Documented[] = ruleFiles(join(root, 'test/rules'), '.test.ts')
  .map((file) => {
    const test = `test/rules/${file}.test.ts`;
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { default: examples } = require(join(root, test)) as { readonly default: RuleExamples };
    return { unknown: [], ...examples, test, thing: file.split('/')[0] };
  })
  .sort((a, b) => rank(a.rule) - rank(b.rule) || a.rule.id.localeCompare(b.rule.id));

const things = [...new Set([...Object.keys(titles), ...documented.map(({ thing }) => thing)])];

function rank({ severity, strict }: Rule): number {
  return severities.indexOf(severity) + (strict ? severities.length : 0);
}

function titleOf(thing: string): string {
  return titles[thing] ?? thing.replaceAll('-', ' ');
}

function anchor(title: string): string {
  return `#${title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')}`;
}

function inRoom(thing: string): readonly Documented[] {
  return documented.filter((one) => one.thing === thing);
}

function linkTo({ id }: Rule): string {
  return `[\`${id}\`](#${id})`;
}

function contents(): string[] {
  const count = (rows: readonly Documented[], severity: string) =>
    rows.filter(({ rule }) => rule.severity === severity).length || '';
  return [
    `| | rules | ${severities.join(' | ')} |`,
    `|---|--:|${severities.map(() => '--:|').join('')}`,
    ...things.map((thing) => {
      const rows = inRoom(thing);
      const cells = [rows.length, ...severities.map((severity) => count(rows, severity))];
      return `| [${titleOf(thing)}](${anchor(titleOf(thing))}) | ${cells.join(' | ')} |`;
    }),
  ];
}

function chapter(thing: string): string[] {
  const rows = inRoom(thing);
  return [
    `## ${titleOf(thing)}`,
    '',
    '| Rule | Severity | Finds that |',
    '|---|---|---|',
    ...rows.map(({ rule }) => `| ${linkTo(rule)} | ${severityOf(rule)} | ${rule.title} |`),
    '',
    ...rows.flatMap(section),
  ];
}

function severityOf({ severity, strict }: Rule): string {
  return strict ? `${severity}, strict only` : severity;
}

function section({ rule, test, fails, passes, unknown }: Documented): string[] {
  const { id, severity, strict, aliases, title, why, serviceDefault, fix, notes, saidBy, appliesTo } = rule;
  const item = (name: string, text: string) => `- **${name}:** ${text}`;
  return [
    `### ${id}`,
    '',
    `**${title[0].toUpperCase()}${title.slice(1)}.** ${severityOf(rule)}: ${strict ? 'runs only with `strict`, and then ' : ''}${consequences[severity]}.`,
    '',
    `${linked(why)}`,
    '',
    item('What the service does by itself', linked(serviceDefault)),
    item('Fix', fix),
    item(
      'Looks at',
      [appliesTo]
        .flat()
        .map((type) => `\`${type}\``)
        .join(', '),
    ),
    ...(unknown.length > 0 ? [item('Cannot tell if', sentences(unknown))] : []),
    ...(notes && linked(notes) ? [item('Notes', linked(notes))] : []),
    ...(saidBy
      ? [item('Left out where it is found too', saidBy.map((other) => `[${other}](#${other})`).join(', '))]
      : []),
    ...(aliases ? [item('Also called', aliases.map((alias) => `\`${alias}\``).join(', '))] : []),
    ...sourcesOf(rule),
    item('Controls', controlsOf(rule)),
    '',
    'Before:',
    '',
    ...shown(fails, test),
    'After:',
    '',
    ...shown(passes, test),
    `[All examples](${test}): fails if ${sentences(fails)}. Passes if ${sentences(passes)}.`,
    '',
  ];
}

function sentences(examples: readonly Example[]): string {
  return examples.map(({ name }) => name).join('; ');
}

/** The first example in code, which is how people write apps, or the first one. */
function shown(examples: readonly Example[], test: string): string[] {
  const { name, template } = examples.find((example) => typeof example.template === 'function') ?? examples[0];
  return typeof template === 'string'
    ? ['```yaml', dedent(template), '```', '']
    : ['```ts', exampleSources(join(root, test)).get(name)!, '```', ''];
}

function controlsOf({ references }: Rule): string {
  return frameworks
    .flatMap(({ key, names, link }) =>
      ((references[key] ?? []) as readonly string[]).map((id) => `[${id} ${names[id]}](${link(id)})`),
    )
    .join(', ');
}

function matrix(framework: Framework): string[] {
  const covered = coverage(framework, rules);
  return [
    `### ${framework.title}`,
    '',
    ...(framework.scope ? [framework.scope, ''] : []),
    '| Control | Rules |',
    '|---|---|',
    ...[...covered].map(([id, by]) => {
      const because = uncoveredControls[id];
      if (by.length > 0 === (because !== undefined)) {
        throw new Error(`${id} has ${by.length} rules: say in uncovered-controls.ts why it has none, or do not`);
      }
      return `| [${id}](${framework.link(id)}) ${framework.names[id]} | ${by.length > 0 ? by.map(linkTo).join(', ') : `**none.** ${because}`} |`;
    }),
    '',
  ];
}

generate(
  'RULES.md',
  [
    '<!-- Generated by projenrc/generate/rules-document.ts from the rules and their tests. -->',
    '',
    '# Rules',
    '',
    `\`ServerlessSecurityChecks\` checks ${rules.length} rules on the templates that will be deployed, ${rules.filter(({ strict }) => strict).length} of them only with \`strict: true\`.`,
    '',
    ...contents(),
    '',
    '[Which rules look after which control](#controls) of OWASP, CSA and AWS, and which controls none does, stands at the end.',
    '',
    ...severities.map((severity) => `- **${severity}** ${consequences[severity]}.`),
    '',
    "A finding is accepted with `Validations.of(construct).acknowledge({ id: 'ServerlessSecurity::<rule>', reason: '…' })`.",
    'Where nobody can tell before deployment, the finding is `<rule>[unknown]`: a warning, and an error where it hides a property that one of our constructs enforces.',
    '',
    ...things.flatMap(chapter),
    '## Controls',
    '',
    ...frameworks.filter(({ key }) => key !== 'cwe').flatMap(matrix),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n'),
);
