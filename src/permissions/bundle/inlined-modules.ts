import { endOfBlock } from './end-of-block';

/** What is left of a bundle to be parsed. */
export interface Remainder {
  readonly text: string;
  /** The members that modules ask for which were taken out. */
  readonly accessed: ReadonlySet<string>;
  /** What modules load from outside which were taken out. */
  readonly loaded: readonly string[];
}

/**
 * The bundle with the clients of the SDK in it as if they had stayed outside, and without modules that have nothing to do
 * with the SDK.
 *
 * These are most of a bundle, and parsing them would take longer than bundling.
 */
export function withoutOtherModules(text: string): Remainder {
  const modules = lazyModules(text);
  const stays = staying(modules);
  const accessed = new Set<string>();
  const loaded: string[] = [];
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, body, sdk, isLibrary, ...module } of modules) {
    if (stays.has(module.name)) continue;
    pieces.push(text.slice(at, start), sdk === undefined ? '(() => ({}))' : `require(${JSON.stringify(sdk)})`);
    at = end;
    if (sdk !== undefined || isLibrary) continue;
    for (const [, name] of body.matchAll(/\.([A-Za-z_$][\w$]*)/g)) accessed.add(name);
    for (const [, name] of body.matchAll(/\b(?:require|import)\("([^"\\]+)"\)/g)) loaded.push(name);
  }
  return { text: withoutLibraryChunks([...pieces, text.slice(at)].join('')), accessed, loaded };
}

/** A module that runs when something asks for it: `var name = __commonJS(…)`. */
interface LazyModule {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly body: string;
  /** The package of the SDK that it is, where it is one that people call. */
  readonly sdk?: string;
  /** Whether it belongs to the inside of the SDK. */
  readonly isLibrary: boolean;
}

function lazyModules(text: string): LazyModule[] {
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
    return [{ name: match[1], start: match.index, end, body: text.slice(match.index, end), sdk, isLibrary }];
  });
}

/** The package of the SDK that a path of the bundle leads into. */
function packageOf(path: string): string | undefined {
  const own = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return /^@(?:aws-sdk|smithy)\/[^/]+/.exec(own)?.[0];
}

function isInside(owner: string): boolean {
  return !/^@aws-sdk\/(client-|lib-|s3-)/.test(owner);
}

/** In a client, what is no command. */
const isData = /\/dist-es\/(?:auth|endpoint|models|runtimeConfig|schemas)/;

/** What esbuild puts in one line after the other, with the path before it. */
function withoutLibraryChunks(text: string): string {
  const paths = [...text.matchAll(/^\/\/ (\S*node_modules\/@(?:aws-sdk|smithy)\/\S+\.js)$/gm)];
  if (paths.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: line, 1: path, index } of paths) {
    const owner = packageOf(path);
    if (index < at || owner === undefined || !(isInside(owner) || isData.test(path))) continue;
    const next = /^\/\/ \S+$/m.exec(text.slice(index + line.length));
    if (!next) continue;
    pieces.push(text.slice(at, index));
    at = index + line.length + next.index;
  }
  return [...pieces, text.slice(at)].join('');
}

const commonJs =
  /[\s;,]([\w$]+)=\(([\w$]+),([\w$]+)\)=>\(\)=>(?:\{try\{return )?\(?\3\|\|\(?\2\(\(\3=\{exports:\{\}\}\)\.exports,\3\)/;
const lazyEsm =
  /[\s;,]([\w$]+)=\(([\w$]+),([\w$]+)(?:,[\w$]+)?\)=>\(\)=>(?:\{[^{}]*try\{return |\()\2&&\(\3=\2\(\2=0\)\)/;

/** `c(e=>{…})`, where `c` is what became of `__commonJS` or `__esm`. */
function minifiedModules(text: string): LazyModule[] {
  const head = text.slice(0, 20_000);
  const helpers = [commonJs, lazyEsm].flatMap((form) => form.exec(head)?.[1] ?? []);
  if (helpers.length === 0) return [];
  const names = [...new Set(helpers)].map((name) => name.replace(/\$/g, '\\$&')).join('|');
  const modules: LazyModule[] = [];
  let behind = 0;
  for (const match of text.matchAll(
    new RegExp(`(?<=[\\s,;]([\\w$]+)=)(?:${names})\\((?:\\([\\w$,]*\\)|[\\w$]+)=>\\{`, 'g'),
  )) {
    if (match.index < behind) continue;
    const close = endOfBlock(text, match.index + match[0].length - 1);
    if (close === undefined || text[close] !== ')') continue;
    behind = close + 1;
    const body = text.slice(match.index, behind);
    modules.push({ name: match[1], start: match.index, end: behind, body, sdk: moduleOf(body), isLibrary: false });
  }
  return modules;
}

/** Of the text of a module without its path: what only that module exports. */
function moduleOf(body: string): string | undefined {
  if (/\.DynamoDBDocumentClient=/.test(body)) return '@aws-sdk/lib-dynamodb';
  if (/\.S3RequestPresigner=/.test(body)) return '@aws-sdk/s3-request-presigner';
  if (/\.createPresignedPost=/.test(body)) return '@aws-sdk/s3-presigned-post';
  if (/\.Upload=/.test(body) && /\bCreateMultipartUploadCommand\b/.test(body)) return '@aws-sdk/lib-storage';
  const client = /[\w$]\([\w$]+,"\w+","([A-Z]\w*)Client",[\w$]+\)|\.n\("([A-Z]\w*)Client","\w+Command"\)/.exec(body);
  const name = client?.[1] ?? client?.[2];
  return name !== undefined && body.includes(`.${name}Client=`) ? `@aws-sdk/client-${name.toLowerCase()}` : undefined;
}

/** The names of the modules that can have to do with the SDK: those that ask for it, and those that ask for them. */
function staying(modules: readonly LazyModule[]): ReadonlySet<string> {
  const all = new Map(modules.map((module) => [module.name, module]));
  const askedBy = new Map<string, string[]>();
  for (const { name, body } of modules) {
    for (const [, other] of body.matchAll(/(?<![\w$.])([\w$]+)\(\)/g)) {
      if (all.has(other)) askedBy.set(other, [...(askedBy.get(other) ?? []), name]);
    }
  }
  const queue = modules.filter(({ sdk, isLibrary, body }) => sdk !== undefined || (!isLibrary && touchesSdk(body)));
  const reached = new Set(queue.map(({ name }) => name));
  for (const { name } of queue) {
    for (const other of askedBy.get(name) ?? []) {
      const module = all.get(other)!;
      if (reached.has(other) || module.isLibrary) continue;
      reached.add(other);
      queue.push(module);
    }
  }
  return new Set(queue.filter(({ sdk }) => sdk === undefined).map(({ name }) => name));
}

/** Commands that credentials are made with, which no function needs: it has those of its role. */
const ofCredentials =
  /^(?:CreateToken|CreateOAuth2Token|GetRoleCredentials|AssumeRole|GetId|GetCredentialsForIdentity)/;

function touchesSdk(body: string): boolean {
  if (/["'`/]@aws-sdk\/(?:client-|lib-|s3-)|["'`]aws-sdk|"\w+Client","\w+Command"/.test(body)) return true;
  if (/, ?"\w+", ?"(?!SSO|Signin)[A-Z]\w*Client", ?[\w$]+\)/.test(body)) return true;
  const classes = body.matchAll(/extends [\w$]+\([\w$]+, ?[\w$]+, ?"([A-Z]\w*)"/g);
  return [...classes].some(([, operation]) => !ofCredentials.test(operation));
}
