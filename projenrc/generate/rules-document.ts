import { join } from 'node:path';
import { generate } from './generated-file';
import { root, ruleFiles } from './rule-files';
import { rules } from '../../src/rules';
import type { Rule } from '../../src/rules';
import { csaServerless, cwe, fsbp, owaspServerless } from '../../src/rules/references';
import { dedent } from '../../test/rules/rule-examples';
import type { Example, RuleExamples } from '../../test/rules/rule-examples';

// The examples are read where jest is not: what a test file asks of it has no effect here.
const jestGlobals = ['describe', 'test', 'it', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'];
for (const name of jestGlobals) {
  Object.assign(globalThis, { [name]: Object.assign(() => {}, { each: () => () => {} }) });
}

const examples = new Map<Rule, RuleExamples>(
  ruleFiles(join(root, 'test/rules'), '.test.ts').map((file) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const module_ = require(join(root, `test/rules/${file}.test.ts`)) as { readonly default: RuleExamples };
    return [module_.default.rule, module_.default];
  }),
);

const frameworks = [
  {
    title: 'OWASP Serverless Top 10',
    key: 'owaspServerless',
    names: owaspServerless,
    link: () => 'https://owasp.org/www-project-serverless-top-10/',
  },
  {
    title: 'CSA, The 12 Most Critical Risks for Serverless Applications',
    key: 'csaServerless',
    names: csaServerless,
    link: () => 'https://cloudsecurityalliance.org/artifacts/the-12-most-critical-risks-for-serverless-applications',
  },
  {
    title: 'AWS Security Hub (Foundational Security Best Practices and other standards)',
    key: 'fsbp',
    names: fsbp,
    link: (id: string) => {
      const service = id.split('.')[0].toLowerCase();
      return `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html#${id.toLowerCase().replace('.', '-')}`;
    },
  },
  {
    title: 'CWE',
    key: 'cwe',
    names: cwe,
    link: (id: string) => `https://cwe.mitre.org/data/definitions/${id.slice('CWE-'.length)}.html`,
  },
] as const;

const severities = ['critical', 'high', 'medium', 'low'] as const;
const consequences = {
  critical: 'fails the synthesis and cannot be acknowledged, only let through for a while with `breakGlass`',
  high: 'fails the synthesis until it is fixed or acknowledged',
  medium: 'warns; fails with `strict`',
  low: 'warns',
} as const;

function table(): string[] {
  const rows = severities.flatMap((severity) =>
    rules
      .filter((rule) => rule.severity === severity)
      .map(
        ({ id, strict, title }) => `| [\`${id}\`](#${id}) | ${severity}${strict ? ', strict only' : ''} | ${title} |`,
      ),
  );
  return ['| Rule | Severity | Finds that |', '|---|---|---|', ...rows];
}

function section(rule: Rule): string[] {
  const { id, severity, strict, aliases, title, why, serviceDefault, fix, notes, appliesTo } = rule;
  const { fails = [], passes = [], unknown = [] } = examples.get(rule) ?? {};
  return [
    `## ${id}`,
    '',
    `${sentence(title)} **Severity:** ${severity}; ${consequences[severity]}.${strict ? ' Runs only with `strict`.' : ''}`,
    '',
    `- **Why it matters:** ${why}`,
    `- **What the service does by itself:** ${serviceDefault}`,
    `- **Fix:** ${fix}`,
    `- **Looks at:** ${[appliesTo]
      .flat()
      .map((type) => `\`${type}\``)
      .join(', ')}`,
    ...(unknown.length > 0
      ? [`- **Cannot tell** (\`${id}[unknown]\`)**, if** ${unknown.map(({ name }) => name).join('; ')}`]
      : []),
    ...(aliases ? [`- **Was called:** ${aliases.map((alias) => `\`${alias}\``).join(', ')}`] : []),
    ...(notes ? [`- **Notes:** ${notes}`] : []),
    `- **References:** ${references(rule).join(', ')}`,
    '',
    ...fails.flatMap((example) => printed('Fails', example)),
    ...passes.flatMap((example) => printed('Passes', example)),
  ];
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function references(rule: Rule): string[] {
  return frameworks.flatMap(({ key, names, link }) =>
    ((rule.references[key] ?? []) as readonly string[]).map(
      (id) => `[${id} ${(names as Record<string, string>)[id]}](${link(id)})`,
    ),
  );
}

function printed(verdict: string, { name, template }: Example): string[] {
  return typeof template === 'string'
    ? [`${verdict}: ${name}.`, '', '```yaml', dedent(template), '```', '']
    : [`${verdict}: ${name} (in the rule's test).`, ''];
}

function uncovered(): string[] {
  return frameworks
    .filter(({ key }) => key !== 'cwe')
    .flatMap(({ title, key, names }) => {
      const covered = new Set(rules.flatMap((rule) => (rule.references[key] ?? []) as readonly string[]));
      const missing = Object.entries(names).filter(([id]) => !covered.has(id));
      return [
        `### ${title}`,
        '',
        ...(missing.length === 0 ? ['Every one is covered.'] : missing.map(([id, name]) => `- ${id} ${name}`)),
        '',
      ];
    });
}

generate(
  'RULES.md',
  [
    '<!-- Generated by projenrc/generate/rules-document.ts from the rules and their tests. -->',
    '',
    '# Rules',
    '',
    `\`ServerlessSecurityChecks\` checks these ${rules.length} rules on the templates that will be deployed.`,
    "A finding is accepted with `Validations.of(construct).acknowledge({ id: 'ServerlessSecurity::<rule>', reason: '…' })`.",
    'Where nobody can tell before deployment, the finding is `<rule>[unknown]`: a warning, and an error where it hides a property that one of our constructs enforces.',
    '',
    ...table(),
    '',
    ...rules.flatMap(section),
    '## Controls that no rule covers',
    '',
    'Of the controls that this library knows by name; a rule that looks after one names it in its references.',
    '',
    ...uncovered(),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n'),
);
