import type { LazyModule } from './lazy-modules';
import { touchesSdk } from './sdk-marks';

/**
 * The modules that can have to do with the SDK: those that ask for it, those that ask for them, and the function's own, which
 * may be passed a client. Not the SDK itself.
 */
export function modulesAround(modules: readonly LazyModule[]): ReadonlySet<LazyModule> {
  const askers = askersOf(modules);
  const around = new Set(
    modules.filter(({ sdk, isOwn, isLibrary, body }) => sdk !== undefined || isOwn || (!isLibrary && touchesSdk(body))),
  );
  for (const module of around) {
    for (const asker of askers.get(module.name) ?? []) if (!asker.isLibrary) around.add(asker);
  }
  return new Set([...around].filter(({ sdk }) => sdk === undefined));
}

function askersOf(modules: readonly LazyModule[]): ReadonlyMap<string, readonly LazyModule[]> {
  const askers = new Map<string, LazyModule[]>(modules.map(({ name }) => [name, []]));
  for (const module of modules) for (const name of calledWithout(module.body)) askers.get(name)?.push(module);
  return askers;
}

/** The names that are called without arguments, as a module is that is asked for. */
function calledWithout(body: string): string[] {
  const names: string[] = [];
  for (let end = body.indexOf('()'); end >= 0; end = body.indexOf('()', end + 2)) {
    let start = end;
    while (start > 0 && /[\w$]/.test(body[start - 1])) start--;
    if (start < end && body[start - 1] !== '.') names.push(body.slice(start, end));
  }
  return names;
}
