import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/rules';

const root = join(__dirname, '../..');
const catalogue = join(root, '../shared/catalogue.md');
const decisions = readFileSync(join(root, 'docs/adr/0006-rows-without-a-rule.md'), 'utf8');

/** The sections whose rows are rules, and those that hold rows of all services: there only the ones named like ours. */
const sections: readonly { readonly title: string; readonly rows?: RegExp }[] = [
  { title: 'AWS Lambda' },
  { title: 'Amazon API Gateway' },
  { title: 'Amazon S3' },
  { title: 'AWS KMS' },
  { title: 'CloudWatch Logs' },
  { title: 'AWS IAM' },
  { title: 'AWS AppSync' },
  { title: 'WAF / CloudTrail / GuardDuty / Inspector / Macie' },
  { title: 'Amazon DocumentDB' },
  { title: 'VPC networking' },
  { title: 'Amazon CloudFront' },
  { title: 'Amazon Cognito' },
  { title: 'Amazon DynamoDB' },
  { title: 'Amazon SQS' },
  { title: 'Amazon SNS' },
  { title: 'Amazon EventBridge / Scheduler / Pipes' },
  { title: 'AWS Step Functions' },
  { title: 'Secrets Manager / SSM' },
  { title: 'Kinesis / Firehose' },
  {
    title: 'In no tool that was looked at',
    rows: /^(lambda|esm|efs|apigw|apigwv2|s3|kms|logs|iam|oidc|role|queue-topic|cognito|appsync|cf|vpce|alarm|trail|ddb|sqs|sns|evb|scheduler|pipes|sfn|ssm|secret)-/,
  },
];

const noRule = [
  'inspector-lambda',
  's3-mfa-delete',
  'iam-support-role',

  'ssm-document-public',
  'sqs-fifo-dedup',
  'ddb-stream-view',
];
const onlyWhenAskedFor = ['appsync-cache-encryption', 'lambda-dlq', 's3-sse'];

const names = new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule])));

describe('the decisions on rows without a rule', () => {
  test.each(noRule)('give a reason for %s, and it is none', (row) => {
    expect(decisions).toContain(`\n### ${row}\n`);
    expect(names.has(row)).toBe(false);
  });

  test.each(onlyWhenAskedFor)('give a reason why %s runs only when asked for', (row) => {
    expect(decisions).toContain(`\n- \`${row}\`: `);
    expect(names.get(row)?.strict).toBe(true);
  });

  test.each(rules.flatMap(({ id, aliases = [] }) => aliases.map((alias) => [alias, id])))(
    'say that %s is %s',
    (alias, id) => {
      expect(decisions).toContain(`- \`${alias}\` is \`${id}\``);
    },
  );
});

const found = existsSync(catalogue) ? readFileSync(catalogue, 'utf8') : undefined;

// The catalogue lies beside the project, not in it.
(found === undefined ? describe.skip : describe)('the catalogue', () => {
  const rows = rowsOf(found ?? '');

  test('has the sections that are named here', () => {
    const titles = new Set(rows.map(({ section }) => section));
    expect(sections.map(({ title }) => title).filter((title) => !titles.has(title))).toEqual([]);
  });

  const covered = rows.filter(({ section, id }) =>
    sections.some(({ title, rows: pattern }) => title === section && (!pattern || pattern.test(id))),
  );

  test('has no row without a rule, an alias or a reason: write one of them', () => {
    expect(covered.filter(({ id }) => !names.has(id) && !noRule.includes(id)).map(({ id }) => id)).toEqual([]);
  });

  test('decides which rows run only when asked for', () => {
    const differing = covered.filter(
      ({ id, run }) => names.has(id) && (names.get(id)?.strict ?? false) !== (run === 'strict'),
    );
    expect(differing.map(({ id }) => id).sort()).toEqual([...onlyWhenAskedFor].sort());
  });
});

interface Row {
  readonly section: string;
  readonly id: string;
  readonly run: string;
}

function rowsOf(text: string): readonly Row[] {
  let section = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) section = line.slice('## '.length);
    const id = /^\| `([a-z0-9-]+)` \|/.exec(line)?.[1];
    return id ? [{ section, id, run: line.split('|').at(-4)!.trim() }] : [];
  });
}
