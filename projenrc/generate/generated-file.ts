import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const projectRoot = resolve(__dirname, '../..');

/**
 * A file that is derived from others: written, or with `--check` on the command line only compared.
 */
export function generate(path: string, content: string): void {
  const file = resolve(projectRoot, path);
  const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (current === content) return;
  if (process.argv.includes('--check')) {
    console.error(`${relative(projectRoot, file)} is stale: run \`npx projen generate\` and commit what it writes`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, content);
  console.log(`wrote ${relative(projectRoot, file)}, ${Math.round(content.length / 1024)} KB`);
}
