/** The dates of a Lambda runtime, as AWS announces them; a date that is not announced is absent. */
export interface RuntimeLifecycle {
  /** From this day on the runtime gets no security patches. */
  readonly deprecated?: string;
  /** From this day on no function can be created with it. */
  readonly createBlocked?: string;
  /** From this day on no function with it can be updated, so a deployment fails. */
  readonly updateBlocked?: string;
}

/** Where a runtime stands on a day. */
export interface RuntimeStatus {
  readonly state: 'supported' | 'deprecated' | 'updates-blocked' | 'unknown';
  /** The day on which that state began, as `2026-04-30`; absent for a supported or unknown runtime. */
  readonly since?: string;
  readonly lifecycle?: RuntimeLifecycle;
}

/** Where the dates come from; the page was read from copies of it, the newest of October 2026. */
export const runtimesSource = {
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  readOn: '2026-10',
};

/**
 * The dates of the runtimes that AWS has, or had.
 *
 * For what the page no longer lists, the dates are those of AWS's own template validator (`@aws/cloudformation-validate`
 * 1.5.1, rules E2531, E2533 and W2531). AWS has moved block dates more than once, always to a later day.
 */
export const runtimeLifecycles: Readonly<Record<string, RuntimeLifecycle>> = {
  'nodejs24.x': dates('2028-04-30', '2028-06-01', '2028-07-01'),
  'nodejs22.x': dates('2027-04-30', '2027-06-01', '2027-07-01'),
  'nodejs20.x': dates('2026-04-30', '2027-07-29', '2027-08-31'),
  'nodejs18.x': dates('2025-09-01', '2027-07-29', '2027-08-31'),
  'nodejs16.x': dates('2024-06-12', '2027-07-29', '2027-08-31'),
  'nodejs14.x': dates('2023-12-04', '2024-01-09', '2027-08-31'),
  'nodejs12.x': dates('2023-03-31', '2023-03-31', '2023-04-30'),
  'nodejs10.x': dates('2021-07-30', '2021-07-30', '2022-02-14'),
  'nodejs8.10': dates('2020-03-06', '2020-02-04', '2020-03-06'),
  'nodejs6.10': dates('2019-08-12', '2019-07-12', '2019-08-12'),
  'nodejs4.3-edge': dates('2020-03-05', '2019-03-31', '2019-04-30'),
  'nodejs4.3': dates('2020-03-05', '2020-02-03', '2020-03-05'),
  nodejs: dates('2016-08-30', '2016-09-30', '2016-10-31'),
  'python3.14': dates('2029-06-30', '2029-07-31', '2029-08-31'),
  'python3.13': dates('2029-06-30', '2029-07-31', '2029-08-31'),
  'python3.12': dates('2028-10-31', '2028-11-30', '2029-01-10'),
  'python3.11': dates('2027-06-30', '2027-07-29', '2027-08-31'),
  'python3.10': dates('2026-10-31', '2027-07-29', '2027-08-31'),
  'python3.9': dates('2025-12-15', '2027-07-29', '2027-08-31'),
  'python3.8': dates('2024-10-14', '2027-07-29', '2027-08-31'),
  'python3.7': dates('2023-12-04', '2024-01-09', '2027-08-31'),
  'python3.6': dates('2022-07-18', '2022-07-18', '2022-08-29'),
  'python2.7': dates('2021-07-15', '2021-07-15', '2022-05-30'),
  java25: dates('2029-06-30'),
  java21: dates('2029-06-30', '2029-07-31', '2029-08-31'),
  java17: dates('2027-06-30', '2027-07-29', '2027-08-31'),
  'java17.al2023': dates(),
  java11: dates('2027-06-30', '2027-07-29', '2027-08-31'),
  'java11.al2023': dates(),
  'java8.al2023': dates(),
  'java8.al2': dates('2027-06-30', '2027-07-29', '2027-08-31'),
  java8: dates('2024-01-08', '2024-02-08', '2027-08-31'),
  dotnet10: dates('2028-11-14', '2028-12-14', '2029-01-15'),
  dotnet9: dates('2026-11-10'),
  dotnet8: dates('2026-11-10', '2027-07-29', '2027-08-31'),
  dotnet7: dates('2024-05-14', '2024-05-14', '2024-05-14'),
  dotnet6: dates('2024-12-20', '2027-07-29', '2027-08-31'),
  'dotnetcore3.1': dates('2023-04-03', '2023-04-03', '2023-05-03'),
  'dotnetcore2.1': dates('2022-01-05', '2022-01-05', '2022-04-13'),
  'dotnetcore2.0': dates('2019-05-30', '2019-04-30', '2019-05-30'),
  'dotnetcore1.0': dates('2019-06-27', '2019-06-30', '2019-07-30'),
  'ruby4.0': dates('2029-03-31'),
  'ruby3.4': dates('2028-03-31', '2028-04-30', '2028-05-31'),
  'ruby3.3': dates('2027-03-31', '2027-07-29', '2027-08-31'),
  'ruby3.2': dates('2026-03-31', '2027-07-29', '2027-08-31'),
  'ruby2.7': dates('2023-12-07', '2024-01-09', '2027-03-03'),
  'ruby2.5': dates('2021-07-30', '2021-07-30', '2022-03-31'),
  'provided.al2023': dates('2029-06-30', '2029-07-31', '2029-08-31'),
  'provided.al2': dates('2026-07-31', '2027-07-29', '2027-08-31'),
  provided: dates('2024-01-08', '2024-02-08', '2027-08-31'),
  'go1.x': dates('2024-01-08', '2024-02-08', '2027-08-31'),
};

/**
 * Where a runtime stands on a day; the day that a date names counts as reached, in UTC.
 *
 * A runtime that is not in the table is `unknown`: it may be newer than the table, or a misspelling.
 */
export function runtimeStatus(runtime: string, now: Date): RuntimeStatus {
  if (!Object.hasOwn(runtimeLifecycles, runtime)) return { state: 'unknown' };
  const lifecycle = runtimeLifecycles[runtime];
  const today = now.toISOString().slice(0, 10);
  if (lifecycle.updateBlocked && lifecycle.updateBlocked <= today) {
    return { state: 'updates-blocked', since: lifecycle.updateBlocked, lifecycle };
  }
  if (lifecycle.deprecated && lifecycle.deprecated <= today) {
    return { state: 'deprecated', since: lifecycle.deprecated, lifecycle };
  }
  return { state: 'supported', lifecycle };
}

function dates(deprecated?: string, createBlocked?: string, updateBlocked?: string): RuntimeLifecycle {
  return { deprecated, createBlocked, updateBlocked };
}
