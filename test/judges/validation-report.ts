import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';

/** A finding of a plugin, as core reports it. */
export interface ReportedFinding {
  readonly plugin: string;
  readonly rule: string;
  readonly severity: string;
  /** The constructs that have it. */
  readonly where: readonly string[];
  /** Why it was acknowledged. */
  readonly reason?: string;
}

interface Violation {
  readonly ruleName: string;
  readonly severity: string;
  readonly reason?: string;
  readonly violatingConstructs?: readonly { readonly constructPath?: string }[];
}

interface Written {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations?: readonly Violation[];
    readonly suppressedViolations?: readonly Violation[];
  }[];
}

/**
 * What core reports about an app after synthesis, whether it let it through or not; any other error is one of the test.
 */
export function validationReport(app: App): {
  readonly open: readonly ReportedFinding[];
  readonly acknowledged: readonly ReportedFinding[];
} {
  try {
    app.synth();
  } catch (error) {
    if (!/ValidationFailed|Validation failed/.test((error as Error).name + String(error))) throw error;
  }
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as Written;
  // How many there are is no finding.
  const findingsIn = (kind: 'violations' | 'suppressedViolations') =>
    pluginReports
      .flatMap((report) => (report[kind] ?? []).map((violation) => finding(report.pluginName, violation)))
      .filter(({ rule }) => rule !== 'findings-counted');
  return { open: findingsIn('violations'), acknowledged: findingsIn('suppressedViolations') };
}

export function openFindings(app: App): readonly ReportedFinding[] {
  return validationReport(app).open;
}

/** `<rule> <construct path>` for each construct that has one of the findings. */
export function named(findings: readonly ReportedFinding[]): string[] {
  return findings.flatMap(({ rule, where }) => where.map((path) => `${rule} ${path}`));
}

function finding(plugin: string, { ruleName, severity, reason, violatingConstructs = [] }: Violation): ReportedFinding {
  const where = violatingConstructs.map(({ constructPath = '' }) => constructPath);
  return { plugin, rule: ruleName, severity, where, reason };
}
