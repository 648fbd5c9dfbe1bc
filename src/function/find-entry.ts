import { existsSync } from 'node:fs';

const extensions = ['ts', 'js', 'mjs', 'mts', 'cts', 'cjs'];

/**
 * The handler's file beside the file that makes the function, as the L2 looks for it: `stack.<id>.ts`. The L2 would look
 * beside this library instead.
 */
export function findEntry(id: string): string | undefined {
  const file = definingFile();
  if (file === undefined) return undefined;
  const base = file.replace(/\.[^./\\]+$/, '');
  return extensions.map((extension) => `${base}.${id}.${extension}`).find((candidate) => existsSync(candidate));
}

function definingFile(): string | undefined {
  const sites = callSites();
  const own = sites.findIndex((site) => site.getFunctionName() === 'SecureNodejsFunction');
  return sites[own + 1]?.getFileName()?.replace(/^file:\/\//, '');
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
