import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Deeper than the L2s and facades between a grant of the user and the role. */
const mostFrames = 50;

/** This package, where it is developed; in other apps it is below `node_modules`. */
const own = `${join(dirname(__dirname), '/')}`;

/** What jsii keeps of the host's language. */
type HostFrame = readonly [file: string, line: number, column: number, name: string];
const HOST_TRACE = Symbol.for('jsii.context.hostStackTrace');

/**
 * The line of the user's code that led to where this is made.
 *
 * Only frames are kept, which V8 has at hand; they are put into words, and source maps are asked, when somebody wants to know
 * the line. What is the user's is told as core tells it for its own reports: not `node_modules`, not Node.js.
 */
export class CallPlace {
  private readonly captured: { readonly stack?: string } = {};
  private readonly host = (globalThis as Record<symbol, readonly HostFrame[] | undefined>)[HOST_TRACE];

  /** @param below the function whose caller is the first to be looked at */
  constructor(below: (...args: never[]) => unknown) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = mostFrames;
    try {
      Error.captureStackTrace(this.captured, below);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  /** `lib/orders-stack.ts:12:5`, or `undefined` where no code of a user led here. */
  public get text(): string | undefined {
    // In an app of another language, all frames of JavaScript are those of jsii and of libraries.
    const frame = this.host ? ofHost(this.host) : framesOf(this.captured.stack ?? '').find(isOfUser);
    return frame && readable(frame);
  }
}

/** The first is jsii's own. */
function ofHost([, frame]: readonly HostFrame[]): string | undefined {
  return frame && `${frame[0]}:${frame[1]}`;
}

/** `at name (file:1:2)`, `at file:1:2` */
function framesOf(stack: string): string[] {
  const begin = '    at ';
  return stack
    .split('\n')
    .filter((line) => line.startsWith(begin))
    .map((line) =>
      line.endsWith(')') ? line.slice(line.indexOf(' (', begin.length) + 2, -1) : line.slice(begin.length),
    );
}

function isOfUser(frame: string): boolean {
  return /:\d+:\d+$/.test(frame) && !/[/\\]node_modules[/\\]|^node:/.test(frame) && !pathOf(frame).startsWith(own);
}

function pathOf(frame: string): string {
  return frame.startsWith('file:')
    ? fileURLToPath(frame.replace(/:\d+:\d+$/, '')) + /:\d+:\d+$/.exec(frame)![0]
    : frame;
}

/** The shorter of the two, as core writes it. */
function readable(frame: string): string {
  const path = pathOf(frame);
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length ? fromHere : path;
}
