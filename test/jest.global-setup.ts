import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Thousands of apps are synthesized, each into a folder of its own: here, so that they can all be removed at the end. */
export default function temporaryFolder(): void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'cdk-secure-serverless-tests-'));
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder;
  process.env.TESTS_TEMPORARY_FOLDER = folder;
}
