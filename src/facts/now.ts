/**
 * The moment that dates are judged by: `SOURCE_DATE_EPOCH` where it is set, so that an old commit can be rebuilt with
 * the result that it had, otherwise the clock.
 *
 * @see https://reproducible-builds.org/docs/source-date-epoch/
 * @throws if `SOURCE_DATE_EPOCH` is not a number of seconds
 */
export function now(environment: Readonly<Record<string, string | undefined>> = process.env): Date {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return new Date();
  const date = new Date(Number(epoch) * 1000);
  if (!/^\d+$/.test(epoch) || Number.isNaN(date.getTime())) {
    throw new Error(`SOURCE_DATE_EPOCH is "${epoch}": write seconds since 1970, for example 1767225600`);
  }
  return date;
}
