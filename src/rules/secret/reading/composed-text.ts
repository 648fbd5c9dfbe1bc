import { own } from '../../../template';

/** The call of a function, as a template writes it. */
export interface Call {
  readonly name: string;
  readonly argument: unknown;
}

/** An object with one key that is a function's. */
export function callIn(node: object): Call | undefined {
  let name: string | undefined;
  for (const key in node) {
    if (name !== undefined) return undefined;
    name = key;
  }
  if (name === undefined) return undefined;
  const isCall = name === 'Ref' || name === 'Condition' || name.startsWith('Fn::');
  return isCall ? { name, argument: own(node, name) } : undefined;
}

/**
 * What of a text stands in the template, with `${…}` for the rest; `undefined` for a function that makes no text of
 * its arguments.
 */
export function composedText({ name, argument }: Call): string | undefined {
  if (name === 'Fn::Sub') return substituted(argument);
  if (name === 'Fn::Base64') return textOf(argument);
  if (name !== 'Fn::Join' || !Array.isArray(argument)) return undefined;
  const [delimiter, parts] = argument as readonly unknown[];
  if (typeof delimiter !== 'string' || !Array.isArray(parts)) return undefined;
  return parts.map((part: unknown) => textOf(part) ?? '${…}').join(delimiter);
}

function substituted(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return undefined;
  const [text, variables] = argument as unknown as readonly [string, unknown];
  return text.replace(/\$\{([^}]*)\}/g, (whole, name: string) => {
    const value = own(variables, name);
    return typeof value === 'string' ? value : whole;
  });
}

function textOf(node: unknown): string | undefined {
  if (typeof node === 'string') return node;
  const call = typeof node === 'object' && node !== null ? callIn(node) : undefined;
  return call && composedText(call);
}

/** What a function is given, those arguments aside that are part of its text. */
export function* argumentsOf({ name, argument }: Call): Generator<readonly [string | undefined, unknown]> {
  if (name === 'Fn::If' && Array.isArray(argument)) {
    for (const branch of (argument as readonly unknown[]).slice(1)) yield [undefined, branch];
  } else if (name === 'Fn::Sub') {
    const variables: unknown = Array.isArray(argument) ? argument[1] : undefined;
    if (typeof variables === 'object' && variables !== null) yield* Object.entries(variables);
  } else if (name === 'Fn::Join' || name === 'Fn::Base64') {
    const parts: unknown = Array.isArray(argument) ? argument[1] : argument;
    for (const part of [parts].flat() as readonly unknown[]) if (typeof part !== 'string') yield [undefined, part];
  } else {
    yield [undefined, argument];
  }
}
