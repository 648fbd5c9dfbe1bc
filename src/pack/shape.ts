import { escape } from './escape';

/** What a value has to be: TypeScript and jsii see to it, JavaScript passes on everything. */
export interface Shape {
  readonly accepts: (value: unknown) => boolean;
  /** As the end of "write …". */
  readonly wanted: string;
}

export const text: Shape = { accepts: (value) => typeof value === 'string', wanted: 'a text' };
export const flag: Shape = { accepts: (value) => typeof value === 'boolean', wanted: 'true or false' };
export const texts: Shape = {
  accepts: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  wanted: 'a list of texts',
};

export function oneOf(choices: Readonly<Record<string, string>>): Shape {
  const values = Object.values(choices);
  const quoted = values.map((value) => `'${value}'`);
  return {
    accepts: (value) => values.includes(value as string),
    wanted: `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`,
  };
}

export function optional({ accepts, wanted }: Shape): Shape {
  return { accepts: (value) => value === undefined || accepts(value), wanted: `${wanted}, or leave it out` };
}

/**
 * What somebody wrote that is of another shape, each with what to write instead.
 *
 * @param at where the value stands: `levels[0]`
 */
export function misshapen(at: string, value: unknown, fields: Readonly<Record<string, Shape>>): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`'${at}' is ${shown(value)}: write an object with '${Object.keys(fields).join("', '")}'`];
  }
  return Object.entries(fields).flatMap(([name, { accepts, wanted }]) => {
    const got = (value as Record<string, unknown>)[name];
    const place = at === '' ? name : `${at}.${name}`;
    return accepts(got) ? [] : [`'${place}' is ${shown(got)}: write ${wanted}`];
  });
}

/** The same for each element of a list that may be left out. */
export function misshapenIn(name: string, value: unknown, fields: Readonly<Record<string, Shape>>): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [`'${name}' is ${shown(value)}: write a list, or leave it out`];
  return value.flatMap((one, index) => misshapen(`${name}[${index}]`, one, fields));
}

const mostShown = 60;

/** What was given to a call: nothing, or a value. */
export function given(value: unknown): string {
  return value === undefined ? 'nothing' : shown(value);
}

/** A value as it was written, as far as that says something. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return `'${escape(shortened(value))}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const kind = value.constructor?.name;
  if (kind !== undefined && kind !== 'Object' && kind !== 'Array') return `an instance of ${escape(shortened(kind))}`;
  return Array.isArray(value) ? 'a list' : 'an object';
}

function shortened(value: string): string {
  return value.length > mostShown ? `${value.slice(0, mostShown - 1)}…` : value;
}
