import { existsSync } from 'node:fs';
import type { IConstruct } from 'constructs';

const extensions = ['ts', 'js', 'mjs', 'mts', 'cts', 'cjs'];

/**
 * The handler's file beside the file that makes the function, as the L2 looks for it: `stack.<id>.ts`. The L2 would look
 * beside this library instead.
 *
 * Throws when there is none.
 */
export function findEntry(scope: IConstruct, id: string): string {
  const base = definingFile().replace(/\.[^./\\]+$/, '');
  const candidates = extensions.map((extension) => `${base}.${id}.${extension}`);
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) {
    throw new Error(
      `${scope.node.path}/${id}: no handler at '${candidates[0]}': make that file, or write where the handler is in 'entry'`,
    );
  }
  return found;
}

function definingFile(): string {
  const sites = callSites();
  const own = sites.findIndex((site) => site.getFunctionName() === 'SecureNodejsFunction');
  return (sites[own + 1]?.getFileName() ?? '').replace(/^file:\/\//, '');
}

function callSites(): NodeJS.CallSite[] {
  const { prepareStackTrace } = Error;
  try {
    Error.prepareStackTrace = (_, sites) => sites;
    return new Error().stack as unknown as NodeJS.CallSite[];
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
