import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Megabytes of the package, unpacked. */
export function packageSize(): number {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: resolve(__dirname, '..', '..'),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const [{ unpackedSize }] = JSON.parse(output) as [{ unpackedSize: number }];
  return unpackedSize / 1e6;
}
