import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { bookstore } from '../../examples/bookstore/app';
import { bookstoreRaw } from '../../examples/bookstore-raw/app';

/** Bundling takes a second, and decides nothing here. */
const unbundled = { 'aws:cdk:bundling-stacks': [] };
const flagSets: [string, Record<string, unknown>][] = [
  ['without feature flags', unbundled],
  ['with the recommended feature flags', { ...recommendedFlags, ...unbundled }],
];

interface Finding {
  readonly ruleName: string;
  readonly severity: string;
  readonly acknowledgedId?: string;
  readonly reason?: string;
}

interface Report {
  readonly pluginReports: readonly { violations: Finding[]; suppressedViolations?: Finding[]; metadata?: unknown }[];
}

function synthesize(app: App): { error?: Error; report?: Report } {
  let error: Error | undefined;
  try {
    app.synth();
  } catch (thrown) {
    error = thrown as Error;
  }
  try {
    return { error, report: JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as Report };
  } catch {
    return { error };
  }
}

describe.each(flagSets)('%s', (_, context) => {
  test('the bookstore synthesizes without an open finding', () => {
    const { error, report } = synthesize(bookstore({ context }));
    expect(error).toBeUndefined();
    expect(report?.pluginReports.flatMap(({ violations }) => violations) ?? []).toEqual([]);
  });

  test('its one public method is acknowledged, with the reason that its author gave', () => {
    const { report } = synthesize(bookstore({ context }));
    const acknowledged = report?.pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations) ?? [];
    expect(acknowledged.map(({ acknowledgedId, reason }) => ({ acknowledgedId, reason }))).toEqual(
      expect.arrayContaining([
        {
          acknowledgedId: 'ServerlessSecurity::apigw-method-auth',
          reason: expect.stringContaining('the shop shows these totals') as string,
        },
      ]),
    );
    // Newer releases of the CDK list each construct by itself.
    expect([...new Set(acknowledged.map(({ acknowledgedId }) => acknowledgedId))].sort()).toEqual([
      'ServerlessSecurity::apigw-method-auth',
      'ServerlessSecurity::apigw-metrics',
      'ServerlessSecurity::iam-wildcard-resource',
      'ServerlessSecurity::nacl-open',
    ]);
  });

  test.each([
    ['a password in the environment', 'lambda-env-secret'],
    ['a method without authorization', 'apigw-method-auth'],
    ['a runtime that gets no updates', 'lambda-runtime-deprecated'],
    ['a role that may do everything with every table', 'lambda-role-star'],
    ['a bucket that everybody can read', 's3-policy-public'],
    ['a preflight that lets every origin in', 'apigw-cors-wildcard'],
  ])('the raw twin is stopped for %s', (_what, rule) => {
    const { error, report } = synthesize(bookstoreRaw({ context }));
    expect(error).toBeDefined();
    const found = report!.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
    expect(found).toContain(rule);
  });
});
