import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { countOf } from './family';
import type { Reviewed } from './family';

const folder = join(__dirname, 'survivors');

const families = readdirSync(folder).map((file) => {
  const family = basename(file, '.ts');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const reviewed = (require(join(folder, file)) as Record<string, Reviewed>)[family];
  return { family, share: countOf(reviewed, 'harmless') / reviewed.least, reviewed };
});

test.each(families)('$family: few of the changes that deploy something else are noticed by nobody', ({ share }) => {
  expect(share).toBeLessThan(0.065);
});

test('of the changes of all constructs that deploy something else, fewer than 5 % are noticed by nobody', () => {
  const harmless = families.reduce((sum, { reviewed }) => sum + countOf(reviewed, 'harmless'), 0);
  const changes = families.reduce((sum, { reviewed }) => sum + reviewed.least, 0);
  expect(harmless / changes).toBeLessThan(0.05);
});
