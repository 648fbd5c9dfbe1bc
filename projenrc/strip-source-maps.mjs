// jsii writes the sources of every file into it once more, as a source map: more than half of the package, for nobody.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.js')) continue;
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const stripped = text.replace(/^\/\/# sourceMappingURL=data:.*\n?/m, '');
  if (stripped !== text) writeFileSync(path, stripped);
}
