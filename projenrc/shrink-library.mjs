// What a package has that nobody reads at run time: source maps, in which jsii writes every source once more, comments (those
// for people stand in the .d.ts files), and tables of data, which are a fifth of their size when they are compressed.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';

const folder = resolve(process.argv[2]);
const require = createRequire(import.meta.url);

for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.js')) continue;
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (/^facts[\\/].*\.generated\.js$/.test(file)) {
    if (!text.includes('brotliDecompressSync')) writeFileSync(path, compressed(path));
  } else {
    const { code } = transformSync(text, { legalComments: 'none', target: 'node20' });
    if (code !== text) writeFileSync(path, code);
  }
}

/** A module of the same exports, read when one is asked for; throws where one of them is more than data. */
function compressed(path) {
  const data = { ...require(path) };
  const json = JSON.stringify(data);
  for (const [name, value] of Object.entries(data)) {
    if (JSON.stringify(JSON.parse(json)[name]) !== JSON.stringify(value) || value === undefined) {
      throw new Error(`${path}: '${name}' is no data`);
    }
  }
  const bytes = brotliCompressSync(json).toString('base64');
  return `"use strict";
let data;
const read = () => (data ??= JSON.parse(require("node:zlib").brotliDecompressSync(Buffer.from("${bytes}", "base64")).toString()));
for (const name of ${JSON.stringify(Object.keys(data))}) Object.defineProperty(exports, name, { enumerable: true, get: () => read()[name] });
`;
}
