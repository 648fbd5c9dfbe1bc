// What judges templates is some seven hundred modules: to find and read each file takes longer than to run it, at the start of
// every synthesis. They are shipped as one, and cdk-nag is loaded for the class that the gate extends, not for all its rules.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

const root = resolve(process.argv[2]);
const [library, sources] = ['lib', 'src'].map((folder) => join(root, folder));
/** They import each other, `facts`, and nothing else; constructs import none of them. */
const rooms = ['iam', 'reachability', 'rules', 'template'];
const bundle = 'judge';

const entrances = [...new Set(filesOf(library).filter((file) => !isOfRooms(library, file)).flatMap(requiredOfRooms))].sort();
await build({
  stdin: {
    contents: entrances.map((entrance, at) => `export * as _${at} from './${entrance}';`).join('\n'),
    resolveDir: sources,
    loader: 'ts',
  },
  outfile: join(library, `${bundle}.js`),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  // Dependencies, and the facts that constructs load as well.
  external: ['yaml'],
  plugins: [{ name: 'facts', setup: ({ onResolve }) => onResolve({ filter: /\/facts\// }, leaveOutside) }],
  logOverride: { 'require-resolve-not-external': 'error' },
});

for (const file of filesOf(library).filter((file) => isOfRooms(library, file))) rmSync(file);
for (const [at, entrance] of entrances.entries()) {
  const up = '../'.repeat(entrance.split('/').length - 1);
  writeFileSync(join(library, `${entrance}.js`), `"use strict";\nmodule.exports = require("${up}${bundle}")._${at};\n`);
}
extendOnlyThePackOfNag();

function filesOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.js')).map((file) => join(folder, file));
}

function isOfRooms(folder, file) {
  return rooms.includes(relative(folder, file).split(sep)[0]);
}

/** The modules of the rooms that a compiled file requires: `rules/index`. */
function requiredOfRooms(file) {
  const required = [...readFileSync(file, 'utf8').matchAll(/\brequire\("(\.[^"]*)"\)/g)];
  return required
    .map(([, path]) => join(dirname(file), path))
    .filter((path) => isOfRooms(library, path))
    .map((path) => relative(library, path).split(sep).join('/'))
    .map((path) => (existsSync(join(sources, `${path}.ts`)) ? path : `${path}/index`));
}

function leaveOutside({ path, resolveDir, importer }) {
  const to = resolve(resolveDir, path);
  return isOfRooms(sources, importer) ? { path: `./${relative(sources, to).split(sep).join('/')}`, external: true } : undefined;
}

/** A release of cdk-nag that keeps the class elsewhere gets what its sources say. */
function extendOnlyThePackOfNag() {
  const gate = join(library, 'pack', 'serverless-security-checks.js');
  const text = readFileSync(gate, 'utf8');
  const everything = 'require("cdk-nag")';
  const only = `(() => { try { return require("cdk-nag/lib/nag-pack"); } catch { return ${everything}; } })()`;
  if (text.includes(only)) return;
  if (text.split(everything).length !== 2) throw new Error(`"${gate}" does not require cdk-nag once`);
  writeFileSync(gate, text.replace(everything, only));
}
