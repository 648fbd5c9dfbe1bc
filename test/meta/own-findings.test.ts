import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownFindings } from '../../src/pack/own-findings';
import { rules } from '../../src/rules';

const root = join(__dirname, '../..');
const names = Object.keys(ownFindings);

test('what the gate says itself is the name of no rule: an acknowledgement must mean one thing', () => {
  const ids = new Set(rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  expect(names.filter((name) => ids.has(name))).toEqual([]);
});

test('is documented, each with what it means: add a row to docs/gate.md', () => {
  const document = readFileSync(join(root, 'docs/gate.md'), 'utf8');
  const missing = Object.entries(ownFindings).filter(([name, meaning]) => {
    const [row] = document.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`));
    return !row?.includes(meaning);
  });
  expect(missing).toEqual([]);
});

test('is said somewhere: remove the name that nothing uses', () => {
  const sources = readdirSync(join(root, 'src/pack'))
    .filter((file) => file !== 'own-findings.ts')
    .map((file) => readFileSync(join(root, 'src/pack', file), 'utf8'))
    .join('\n');
  expect(names.filter((name) => !sources.includes(`'${name}'`))).toEqual([]);
});
