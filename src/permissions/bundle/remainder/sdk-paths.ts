/** The package of the SDK that a path of the bundle leads into. */
export function packageOf(path: string): string | undefined {
  const own = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return /^@(?:aws-sdk|smithy)\/[^/]+/.exec(own)?.[0];
}

/** Whether a package is one that nobody calls who calls AWS. */
export function isInside(owner: string): boolean {
  return !/^@aws-sdk\/(client-|lib-|s3-)/.test(owner);
}

/** In a client, what is no command. */
const isData = /\/dist-es\/(?:auth|endpoint|models|runtimeConfig|schemas)/;

/** The bundle without the inside of the SDK where esbuild put one file of it after the other, each below its path. */
export function withoutLibraryFiles(text: string): string {
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
