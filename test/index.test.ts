import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lazify = join(__dirname, '..', 'projenrc', 'lazify-index.mjs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lazify-'));
  write(
    'construct.js',
    "global.loaded.push('construct'); exports.SecureThing = class SecureThing {}; exports.Level = { HIGH: 1 };",
  );
  write('gate.js', "global.loaded.push('gate'); exports.Checks = class Checks {};");
  write(
    'run.cjs',
    "global.loaded = []; const it = require('./index.js'); process.stdout.write(JSON.stringify(eval(process.argv[2])));",
  );
  // As TypeScript writes it, helpers shortened.
  write(
    'index.js',
    `"use strict";
var __exportStar = function(m, exports) { for (var p in m) exports[p] = m[p]; };
Object.defineProperty(exports, "__esModule", { value: true });
__exportStar(require("./construct"), exports);
__exportStar(require("./gate"), exports);
//# sourceMappingURL=data:application/json;base64,e30=
`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function makeLazy(): void {
  // The script loads the modules to learn their names, in a process of its own.
  execFileSync(process.execPath, ['--require', join(folder, 'preload.cjs'), lazify, join(folder, 'index.js')], {
    stdio: 'pipe',
  });
}

function run(expression: string): unknown {
  return JSON.parse(execFileSync(process.execPath, [join(folder, 'run.cjs'), expression], { encoding: 'utf8' }));
}

beforeEach(() => write('preload.cjs', 'global.loaded = [];'));

describe('the index that users get', () => {
  test('loads everything at once as the compiler writes it, which is why it is rewritten', () => {
    expect(run('loaded')).toEqual(['construct', 'gate']);
  });

  test('loads nothing when it is required, because an app that has no gate should not wait for cdk-nag', () => {
    makeLazy();
    expect(run('loaded')).toEqual([]);
  });

  test('loads with a construct only the module of that construct', () => {
    makeLazy();
    expect(run('new it.SecureThing() && loaded')).toEqual(['construct']);
    expect(run('[it.Checks.name, it.Checks === it.Checks, loaded]')).toEqual(['Checks', true, ['gate']]);
  });

  test('has the same names as before, in the same order', () => {
    const before = run('Object.keys(it)');
    makeLazy();
    expect(run('Object.keys(it)')).toEqual(before);
  });

  test('can be imported by name from an ES module, because Node finds the names without running it', () => {
    makeLazy();
    write(
      'use.mjs',
      "global.loaded = []; const { Level } = await import('./named.mjs'); process.stdout.write(String(Level.HIGH));",
    );
    write('named.mjs', "import { Level, Checks } from './index.js'; export { Level, Checks };");
    expect(execFileSync(process.execPath, [join(folder, 'use.mjs')], { encoding: 'utf8' })).toBe('1');
  });

  test('stays as it is when it is rewritten twice, because two tasks of the build do so', () => {
    makeLazy();
    const once = readFileSync(join(folder, 'index.js'), 'utf8');
    makeLazy();
    expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe(once);
  });

  test('cannot have one name from two modules, because one of them would silently lose', () => {
    write('gate.js', 'exports.SecureThing = 1;');
    expect(makeLazy).toThrow('"SecureThing" is exported by "./construct" and by "./gate"');
  });
});

test('the index only re-exports modules, because nothing else can be made lazy', () => {
  const lines = readFileSync(join(__dirname, '..', 'src', 'index.ts'), 'utf8')
    .split('\n')
    .filter(Boolean);
  expect(lines.filter((line) => !/^export \* from '\.\/[\w/-]+';$/.test(line))).toEqual([]);
});
