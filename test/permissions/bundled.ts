import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

/** The ways in which the CDK has a handler bundled that make another shape of it. */
export const shapes: Readonly<Record<string, BuildOptions>> = {
  CommonJS: { format: 'cjs', external: ['@aws-sdk/*'] },
  'CommonJS, minified': { format: 'cjs', external: ['@aws-sdk/*'], minify: true },
  'an ES module': { format: 'esm', external: ['@aws-sdk/*'] },
  'an ES module, minified': { format: 'esm', external: ['@aws-sdk/*'], minify: true },
  'CommonJS with the SDK in it': { format: 'cjs' },
  'CommonJS with the SDK in it, minified': { format: 'cjs', minify: true },
  'an ES module with the parts of the SDK in it': { format: 'esm', mainFields: ['module', 'main'] },
  'an ES module with the parts of the SDK in it, minified': {
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
  },
};

/** What esbuild makes of a handler of `test/permissions/handlers`, as the CDK has it do. */
export function bundled(handler: string, options: BuildOptions): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'handlers', handler)],
    bundle: true,
    platform: 'node',
    target: 'node22',
    write: false,
    logLevel: 'error',
    ...options,
  });
  return outputFiles![0].text;
}
