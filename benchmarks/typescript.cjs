// Loads TypeScript as it is written, without source maps: those of ts-node would be looked up for every stack trace that the
// CDK takes, and be measured too.
const { readFileSync } = require('node:fs');
const { transformSync } = require('esbuild');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { loader: 'ts', format: 'cjs', target: 'es2022' });
  module._compile(code, filename);
};
