/**
 * What the condition operators do, once more, as short as the documentation says it and with regular expressions: it
 * shares nothing with the evaluator that it is held against.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */

export type Context = Readonly<Record<string, string | readonly string[]>>;

export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

type Comparison = (wanted: string, got: string, context: Context) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (wanted, got, context) => substituted(wanted, context) === got,
  StringEqualsIgnoreCase: (wanted, got, context) => substituted(wanted, context)?.toLowerCase() === got.toLowerCase(),
  StringLike: (wanted, got, context) => glob(wanted, context, '.*', '.').test(got),
  ArnLike: (wanted, got, context) => {
    const [patterns, parts] = [wanted, got].map(partsOfArn);
    return (
      wanted === '*' ||
      (patterns.length === parts.length &&
        patterns.every((pattern, index) => glob(pattern, context, '.*', '.').test(parts[index])))
    );
  },
  NumericEquals: (wanted, got) => parseFloat(got) === parseFloat(wanted),
  NumericLessThan: (wanted, got) => parseFloat(got) < parseFloat(wanted),
  NumericGreaterThanEquals: (wanted, got) => parseFloat(got) >= parseFloat(wanted),
  DateEquals: (wanted, got) => seconds(got) === seconds(wanted),
  DateLessThan: (wanted, got) => seconds(got) < seconds(wanted),
  DateGreaterThanEquals: (wanted, got) => seconds(got) >= seconds(wanted),
  Bool: (wanted, got) => wanted.toLowerCase() === got.toLowerCase(),
  IpAddress: (wanted, got) => {
    const [network, length = '32'] = wanted.split('/');
    const bits = (address: string) =>
      address
        .split('.')
        .map((byte) => Number(byte).toString(2).padStart(8, '0'))
        .join('');
    return bits(network).slice(0, Number(length)) === bits(got).slice(0, Number(length));
  },
};

const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotLike: 'ArnLike',
  ArnEquals: 'ArnLike',
  ArnNotEquals: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
};

export const operatorNames = [...Object.keys(comparisons), ...Object.keys(negations)];

export function conditionsHold(block: ConditionBlock, context: Context): boolean {
  return Object.entries(block).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, key, list(values), context)),
  );
}

function holds(operator: string, key: string, wanted: readonly string[], context: Context): boolean {
  const values = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  const got = list(values ?? []);
  const isNothing = got.every((value) => value === '');
  if (operator === 'Null') return wanted.some((value) => (value === 'true') === isNothing);
  const [, set, name, ifExists] = /^(?:(\w+):)?(\w+?)(IfExists)?$/.exec(operator)!;
  const isNegated = name.includes('Not');
  const compare = comparisons[negations[name] ?? name];
  if (set && isNothing) return set === 'ForAllValues';
  if (got.length === 0) return ifExists !== undefined || isNegated;
  const each = got.map((value) => wanted.some((one) => compare(one, value, context)) !== isNegated);
  if (set === 'ForAllValues') return each.every(Boolean);
  if (set === 'ForAnyValue') return each.some(Boolean);
  return isNegated ? each.every(Boolean) : each.some(Boolean);
}

/** The text with the values of its variables, or `undefined` where one has none. */
function substituted(text: string, context: Context): string | undefined {
  let missing = false;
  const result = text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (/^[*?$]$/.test(name)) return name;
    const [, key, otherwise] = /^([^,]+)(?:, '(.*)')?$/.exec(name)!;
    const value = context[key] ?? otherwise;
    missing ||= typeof value !== 'string';
    return String(value);
  });
  return missing ? undefined : result;
}

/** A regular expression for a pattern; what comes out of a variable is no pattern. */
export function glob(pattern: string, context: Context, many: string, one: string): RegExp {
  const pieces = pattern.split(/(\$\{[^}]+\}|[*?])/).map((piece) => {
    if (piece === '*') return many;
    if (piece === '?') return one;
    const value = substituted(piece, context);
    return value === undefined ? '(?!)' : value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  return new RegExp(`^${pieces.join('')}$`, 's');
}

/** Six parts, of which the last may have colons. */
export function partsOfArn(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function seconds(text: string): number {
  return /^\d{9,}$/.test(text) ? Number(text) : new Date(text).getTime() / 1000;
}

export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
