import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generate } from './generated-file';
import { recordedAcknowledgements } from '../../test/judges/acknowledged-rules';
import { flagSets, threeConstructs } from '../../test/judges/three-constructs';

const readme = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');
const section = /(<!-- acknowledged rules: begin -->)[^]*(<!-- acknowledged rules: end -->)/;
if (!section.test(readme)) throw new Error('README.md has lost the markers of the section "acknowledged rules"');

/** Each rule once, with every reason that is given for it: packs repeat rules, and so do constructs. */
const reasons = new Map<string, Set<string>>();
for (const [, context] of flagSets) {
  for (const { rule, reason } of recordedAcknowledgements(threeConstructs(context, () => []))) {
    reasons.set(rule, (reasons.get(rule) ?? new Set()).add(reason));
  }
}
const rows = [...reasons]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([rule, why]) => `| \`${rule}\` | ${[...why].sort().join('<br>')} |`);

generate(
  'README.md',
  readme.replace(section, `$1\n${['', '| Rule | Why it is wrong here |', '|---|---|', ...rows, ''].join('\n')}\n$2`),
);
