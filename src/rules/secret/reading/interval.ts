import type { Value } from '../../../template';

/** Four rotations a year are every 90 days. */
const daysOfMonth = 30;

/**
 * How many days pass between two rotations at most, by the rules of a schedule; `Infinity` where there are none, and `undefined`
 * where it cannot be told.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function daysBetween(rules: Value): number | undefined {
  const days = rules.read('AutomaticallyAfterDays');
  const expression = rules.read('ScheduleExpression');
  if (rules.isUnknown || days.isUnknown || expression.isUnknown) return undefined;
  if (!days.isAbsent) return days.number;
  if (expression.isAbsent) return Infinity;
  const text = expression.text ?? '';
  const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(text);
  if (rate) return Number(rate[1]) / (rate[2] === 'hour' ? 24 : 1);
  const cron = /^cron\(\S+ \S+ \S+ (\S+) \S+ \S+\)$/.exec(text);
  const months = cron ? monthsBetween(cron[1]) : NaN;
  return Number.isFinite(months) ? months * daysOfMonth : undefined;
}

const names = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The widest gap in months of a field such as `*`, `1,7`, `JAN-JUN` or `1/2`. */
function monthsBetween(field: string): number {
  const months = [...new Set(field.split(',').flatMap(monthsIn))].sort((one, other) => one - other);
  const gaps = months.map((month, at) => (months[at + 1] ?? months[0] + 12) - month);
  return Math.max(...gaps);
}

function monthsIn(part: string): number[] {
  const [range, step] = part.split('/');
  const [first, last] = range === '*' ? [1, 12] : range.split('-').map(monthOf);
  const until = last ?? (step === undefined ? first : 12);
  const every = Number(step ?? 1);
  return Array.from({ length: Math.floor((until - first) / every) + 1 }, (_, at) => first + at * every);
}

function monthOf(name: string): number {
  const index = names.indexOf(name.toUpperCase());
  return index < 0 ? Number(name) : index + 1;
}
