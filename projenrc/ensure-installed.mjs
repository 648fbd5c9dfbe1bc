// Runs before anything is installed, so it may use nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['.', ...process.argv.slice(2)];

for (const folder of folders) {
  const home = join(root, folder);
  const lock = join(home, 'package-lock.json');
  const stamp = join(home, 'node_modules', '.installed-from');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const installed = existsSync(stamp) && statSync(stamp).isFile() ? readFileSync(stamp, 'utf8') : undefined;
  if (installed === wanted) continue;

  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  writeFileSync(stamp, wanted);
}
