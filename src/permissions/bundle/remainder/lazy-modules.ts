import { endOfBrackets } from './brackets';
import { moduleOf } from './sdk-marks';
import { isInside, packageOf } from './sdk-paths';

/** A module that runs when something asks for it: `var name = __commonJS(…)`. */
export interface LazyModule {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly body: string;
  /** The package of the SDK that it is, where it is one that people call. */
  readonly sdk?: string;
  /** Whether it belongs to the inside of the SDK. */
  readonly isLibrary: boolean;
  /** Whether it can be code of the function's own that gets a client from elsewhere. */
  readonly isOwn: boolean;
}

/** The modules of a bundle of which esbuild made functions. */
export function lazyModules(text: string): LazyModule[] {
  return text.includes('__commonJS = (') || text.includes('__esm = (') ? plainModules(text) : minifiedModules(text);
}

/** `__commonJS({ "node_modules/…"(exports) {…} })`, whose last line is the only one without indentation. */
function plainModules(text: string): LazyModule[] {
  const starts = /(?<=^var ([\w$]+) = )__(?:commonJS|esm)\(\{\n {2}"([^"\n]+)"\(/gm;
  return [...text.matchAll(starts)].flatMap((match) => {
    const end = text.indexOf('\n});', match.index) + '\n})'.length;
    if (end <= match.index) return [];
    const owner = packageOf(match[2]);
    const isLibrary = owner !== undefined && isInside(owner);
    const isPublic = owner !== undefined && !isLibrary && /dist-cjs/.test(match[2]);
    const sdk = isPublic ? owner : undefined;
    return [
      {
        name: match[1],
        start: match.index,
        end,
        body: text.slice(match.index, end),
        sdk,
        isLibrary,
        isOwn: !match[2].includes('node_modules/'),
      },
    ];
  });
}

/** The length of a module without a path that can be one of the function's own. */
const mostOfOwn = 20_000;

const commonJs =
  /[\s;,]([\w$]+)=\(([\w$]+),([\w$]+)\)=>\(\)=>(?:\{try\{return )?\(?\3\|\|\(?\2\(\(\3=\{exports:\{\}\}\)\.exports,\3\)/;
const lazyEsm =
  /[\s;,]([\w$]+)=\(([\w$]+),([\w$]+)(?:,[\w$]+)?\)=>\(\)=>(?:\{[^{}]*try\{return |\()\2&&\(\3=\2\(\2=0\)\)/;

/** `c(e=>{…})`, where `c` is what became of `__commonJS` or `__esm`. */
function minifiedModules(text: string): LazyModule[] {
  const head = text.slice(0, 20_000);
  const [ofCommonJs, ofEsm] = [commonJs, lazyEsm].map((form) => form.exec(head)?.[1]);
  const helpers = [ofCommonJs, ofEsm].filter((name) => name !== undefined);
  if (helpers.length === 0) return [];
  const names = [...new Set(helpers)].map((name) => name.replace(/\$/g, '\\$&')).join('|');
  const modules: LazyModule[] = [];
  let behind = 0;
  for (const match of text.matchAll(
    new RegExp(`(?<=[\\s,;]([\\w$]+)=)(?:${names})\\((?:\\([\\w$,]*\\)|[\\w$]+)=>\\{`, 'g'),
  )) {
    if (match.index < behind) continue;
    const close = endOfBrackets(text, match.index + match[0].length - 1);
    if (close === undefined || text[close] !== ')') continue;
    behind = close + 1;
    const body = text.slice(match.index, behind);
    modules.push({
      name: match[1],
      start: match.index,
      end: behind,
      body,
      sdk: moduleOf(body),
      isLibrary: false,
      isOwn: body.length < mostOfOwn && body.startsWith(`${ofCommonJs}(`) && body.includes(']('),
    });
  }
  return modules;
}
