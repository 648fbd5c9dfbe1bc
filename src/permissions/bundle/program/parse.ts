import type { Program as File } from 'acorn';

/** Loaded when there is something to be parsed. */
export function parse(text: string): File {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const acorn = require('acorn') as typeof import('acorn');
  const options = {
    ecmaVersion: 'latest',
    allowHashBang: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
  } as const;
  try {
    return acorn.parse(text, { ...options, sourceType: 'module' });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return acorn.parse(text, { ...options, sourceType: 'script' });
  }
}
