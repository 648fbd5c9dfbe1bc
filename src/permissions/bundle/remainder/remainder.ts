import { lazyModules } from './lazy-modules';
import { modulesAround } from './modules-around';
import { piecesOf } from './pieces';
import { relatedPieces } from './related-pieces';
import { withoutLibraryFiles } from './sdk-paths';

/** What is left of a bundle to be parsed. */
export interface Remainder {
  readonly text: string;
  /** What was taken out of which it is not known what it does. */
  readonly removed: readonly string[];
}

/**
 * The bundle with the clients of the SDK in it as if they had stayed outside, and without what has nothing to do with the SDK.
 *
 * That is most of a bundle, and parsing it would take longer than bundling.
 */
export function remainderOf(text: string): Remainder {
  const modules = withoutOtherModules(text);
  // What only minified code has.
  return text.includes('this.initConfig=')
    ? withoutOtherPieces(modules)
    : { ...modules, text: withoutLibraryFiles(modules.text) };
}

function withoutOtherModules(text: string): Remainder {
  const modules = lazyModules(text);
  const around = modulesAround(modules);
  const removed: string[] = [];
  const left: string[] = [];
  let at = 0;
  for (const module of modules) {
    if (around.has(module)) continue;
    const { start, end, body, sdk, isLibrary } = module;
    left.push(text.slice(at, start), sdk === undefined ? '(() => ({}))' : `require(${JSON.stringify(sdk)})`);
    at = end;
    if (sdk === undefined && !isLibrary) removed.push(body);
  }
  return { text: [...left, text.slice(at)].join(''), removed };
}

function withoutOtherPieces({ text, removed }: Remainder): Remainder {
  const pieces = piecesOf(text);
  if (!pieces) return { text, removed };
  const related = relatedPieces(pieces);
  const [stay, go] = [true, false].map((isRelated) =>
    pieces.filter((piece) => related.has(piece) === isRelated).map((piece) => piece.text),
  );
  return { text: stay.join('\n'), removed: [...removed, ...go] };
}
