import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AssetStaging, Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { BundleCalls } from './bundle/bundle-calls';
import type { BundledFile } from './bundle/read-bundle';
import { render } from '../enforced/enforced';

/** One bundle can be that of several functions, and an app is synthesized more than once. */
const known = new Map<string, BundleCalls>();

/**
 * What the code calls that a function ships, or `undefined` where nothing was bundled: because of the props, because the
 * command does not need it (`cdk ls`), or because something else was put in its place.
 */
export function callsOfShipped(fn: lambda.Function, resource: lambda.CfnFunction): BundleCalls | undefined {
  if (!Stack.of(fn).bundlingRequired) return undefined;
  const asset = fn.node.tryFindChild('Code');
  const staging = asset instanceof Asset ? asset.node.tryFindChild('Stage') : undefined;
  if (!(asset instanceof Asset) || !(staging instanceof AssetStaging)) return undefined;
  const { Code: code, Handler: handler } = (render(resource)?.Properties ?? {}) as {
    Code?: unknown;
    Handler?: unknown;
  };
  const folder = staging.absoluteStagedPath;
  if (!JSON.stringify(code ?? '').includes(asset.assetHash) || typeof handler !== 'string') return undefined;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return undefined;

  const key = `${asset.assetHash} ${handler}`;
  let calls = known.get(key);
  if (!calls) {
    calls = read(folder, handler);
    known.set(key, calls);
  }
  return calls;
}

function read(folder: string, handler: string): BundleCalls {
  const files = readdirSync(folder)
    .filter((name) => /\.[cm]?js$/.test(name))
    .sort()
    .map((name): BundledFile => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  if (files.length === 0) {
    return { calls: [], mayCall: [], unread: [{ because: 'the bundle has no file of JavaScript' }] };
  }
  // Parser and tables are loaded when there is something to be read.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { readBundle } = require('./bundle/read-bundle') as typeof import('./bundle/read-bundle');
  return readBundle(files, handler.slice(handler.lastIndexOf('.') + 1), installed(folder));
}

/** The packages that were installed beside the bundle. */
function installed(folder: string): ReadonlySet<string> {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return new Set();
  return new Set(
    readdirSync(modules).flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((own) => `${name}/${own}`) : [name],
    ),
  );
}
