import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');

/** A rule's file, as `thing/rule-id`. */
export function ruleFiles(folder = join(root, 'src/rules'), ending = '.ts'): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: thing }) =>
      readdirSync(join(folder, thing))
        .filter((file) => file.endsWith(ending))
        .map((file) => `${thing}/${file.slice(0, -ending.length)}`),
    )
    .sort();
}
