import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCases } from './secrets/cases';
import type { Case } from './secrets/cases';
import { findSecret } from '../src/facts/secrets';

/**
 * How many secrets the scanner finds, and how many other texts it takes for one: `benchmarks/secrets.md`.
 *
 * The seed splits the cases into two halves. The scanner is written with the mistakes of one half in view
 * (`--mistakes` prints them); the figures are those of the other.
 */
const seed = 'two halves';

type Half = 'written against' | 'held out';

function halfOf({ id }: Case): Half {
  return createHash('sha256').update(`${seed} ${id}`).digest()[0] % 2 === 0 ? 'written against' : 'held out';
}

const judged = allCases().map((one) => ({
  ...one,
  half: halfOf(one),
  isRight: (findSecret(one.name, one.text) !== undefined) === one.isSecret,
}));

if (process.argv.includes('--mistakes')) {
  for (const { half, isRight, isSecret, id, name, text } of judged) {
    if (half === 'written against' && !isRight) {
      console.log(
        `${isSecret ? 'MISSED' : 'FALSE ALARM'} ${id}: ${name} ${[...text].reverse().join('').slice(0, 200)}`,
      );
    }
  }
}

const sources = [...new Set(judged.map(({ source }) => source))];
const halves = ['written against', 'held out'] as const;
const rows = [...sources, undefined].map((source) => {
  const cells = halves.flatMap((half) =>
    [true, false].map((isSecret) => {
      const cases = judged.filter(
        (one) => one.half === half && one.isSecret === isSecret && (source === undefined || one.source === source),
      );
      const right = cases.filter(({ isRight }) => isRight).length;
      return cases.length === 0
        ? ''
        : isSecret
          ? `${right} / ${cases.length}`
          : `${cases.length - right} / ${cases.length}`;
    }),
  );
  return `| ${source ?? '**all**'} | ${cells.join(' | ')} |`;
});
const share = (isSecret: boolean) => {
  const cases = judged.filter((one) => one.half === 'held out' && one.isSecret === isSecret);
  const right = cases.filter(({ isRight }) => isRight).length;
  return isSecret ? right / cases.length : 1 - right / cases.length;
};
const mistakes = judged.filter(({ isRight }) => !isRight);

const report = `# Secrets: what the scanner finds

Written by \`npm run bench:secrets\`. ${judged.filter(({ isSecret }) => isSecret).length} secrets and ${judged.filter(({ isSecret }) => !isSecret).length} other texts, split in two by a seed. The scanner is written with the mistakes of one half in view; the figures are those of the other, **held out**:

- recall **${share(true).toFixed(3)}**
- false alarms **${share(false).toFixed(3)}**

Before any mistake was looked at, they were 0.915 and 0.004. Who wrote the scanner had copied the texts of both halves before, so that the second half is held out from the corrections, not from all knowledge of it.

| Source | found, written against | false alarms, written against | found, held out | false alarms, held out |
|---|---|---|---|---|
${rows.join('\n')}

## Where the cases come from

- **gitleaks** (MIT): the texts in its rules that must and must not be found, which are about code, commands and headers.
- **gitleaks (generated)**: its rules test themselves with random texts of a form, given to a variable that is named after the provider. The forms are written down in \`secrets/token-forms.ts\`, and the texts are made here, as a variable and as a line of code. The prefixes that providers publish are the same in the scanner and in the forms of both halves, so that these figures say that the scanner has them, and no more.
- **detect-secrets** (Apache-2.0) and **secretlint** (MIT): the texts of their tests. Left out are cases that contradict each other between tools (\`user:password@\` is a secret for one and a placeholder for another), client ids, and placeholders such as \`SKxxxx…\`. The keyword forms of detect-secrets are tried with another password, because theirs is made of the signs of templates on purpose.
- **AWS documentation**: keys, passwords and tokens of its examples; and what it gives as settings, ids, hashes, policies, code and configuration. Values of AWS are further generated: random ids under the names that they stand under, and ARNs of ${150} resource types of the service authorization reference under names that tell of a secret.

Nothing in \`secrets/\` is a secret of anybody. The texts are stored back to front, so that no scanner of repositories takes them for one.

## Mistakes

${mistakes.map(({ id, half, isSecret }) => `- ${isSecret ? 'missed' : 'false alarm'}, ${half}: ${id.replace(/\|/g, '\\|')}`).join('\n')}
`;

console.log(report.split('## Where')[0]);
if (!process.argv.includes('--mistakes')) writeFileSync(join(__dirname, 'secrets.md'), report);
