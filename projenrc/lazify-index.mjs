// Rewrites the `export *` lines of a compiled CommonJS index into getters that load their module on first use.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const index = resolve(process.argv[2]);
const require = createRequire(index);
const exportAll = /^__exportStar\(require\("([^"]+)"\), exports\);$/;

const owners = new Map();
const lines = readFileSync(index, 'utf8').split('\n');
const lazy = lines.flatMap((line) => {
  const module = exportAll.exec(line)?.[1];
  if (!module) return [line];
  return Object.keys(require(module)).map((name) => {
    if (owners.has(name)) throw new Error(`"${name}" is exported by "${owners.get(name)}" and by "${module}"`);
    owners.set(name, module);
    return lazyExport(name, module);
  });
});

// `exports["X"] = void 0` is what Node's lexer of CommonJS exports looks for, so that `import { X }` works in ES modules.
function lazyExport(name, module) {
  const define = (descriptor) =>
    `Object.defineProperty(exports, _name = ${JSON.stringify(name)}, { enumerable: true, configurable: true, ${descriptor} });`;
  return [
    `exports[${JSON.stringify(name)}] = void 0;`,
    define(`get: () => { const value = require(${JSON.stringify(module)})[${JSON.stringify(name)}]; ${define('value')} return value; }`),
  ].join('\n');
}

if (owners.size > 0) {
  const firstExport = lazy.findIndex((line) => line.startsWith('exports['));
  lazy.splice(firstExport, 0, 'let _name;');
  writeFileSync(index, lazy.join('\n'));
}
