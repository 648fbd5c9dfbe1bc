import type { BundleCalls } from './bundle-calls';
import { codeIn } from './code';
import { CodeCalls } from './code-calls';
import { unreadModules } from './loaded-modules';
import { isKnownOutside } from './outside-modules';

/** A file of JavaScript that a function ships. */
export interface BundledFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The calls of AWS services in the files of a bundle.
 *
 * Never throws: what cannot be read is said in the result.
 *
 * @param handler the name that Lambda asks the bundle for
 * @param installed the packages that stand beside the bundle
 */
export function readBundle(
  files: readonly BundledFile[],
  handler: string,
  installed: ReadonlySet<string> = new Set(),
): BundleCalls {
  const own = new Set(files.map(({ name }) => `./${name}`));
  const isKnown = (module: string) => own.has(module) || isKnownOutside(module, installed);
  const read = files.map((file) => {
    try {
      return readFile(file, handler, isKnown);
    } catch (error) {
      const because = error instanceof SyntaxError ? 'cannot be parsed' : 'is too involved to be read';
      return { calls: [], mayCall: [], unread: [{ because: `'${file.name}' ${because}` }] };
    }
  });
  return {
    calls: distinct(read.flatMap(({ calls }) => calls)),
    mayCall: distinct(read.flatMap(({ mayCall }) => mayCall)),
    unread: distinct(read.flatMap(({ unread }) => unread)),
  };
}

function readFile({ name, text }: BundledFile, handler: string, isKnown: (module: string) => boolean): BundleCalls {
  const code = codeIn(text, ({ exported }) => [handler, ...(isEntry(name) ? [] : exported)]);
  if (!code) return { calls: [], mayCall: [], unread: [{ because: `'${name}' is too long to be read` }] };
  const { calls, mayCall, unread } = new CodeCalls(code);
  return { calls, mayCall, unread: [...unread, ...unreadModules(code, isKnown)] };
}

/** Lambda asks this file for the handler, which may ask the others for whatever they export. */
function isEntry(name: string): boolean {
  return /^index\.[cm]?js$/.test(name);
}

function distinct<T extends object>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
