import { resolve } from 'node:path';
import { scaffoldRule } from './rule';

try {
  for (const file of scaffoldRule(resolve(__dirname, '../..'), process.argv[2])) console.log(`wrote ${file}`);
  console.log('next: fill them in as docs/writing-rules.md says, then `npx projen generate`');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
