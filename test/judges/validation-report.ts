import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';

export interface OpenFinding {
  readonly plugin: string;
  readonly rule: string;
  readonly severity: string;
  readonly where: readonly string[];
}

/**
 * What core reports as open about an app after synthesis, whether it let it through or not.
 */
export function openFindings(app: App): readonly OpenFinding[] {
  try {
    app.synth();
  } catch (error) {
    if (!/ValidationFailed|Validation failed/.test((error as Error).name + String(error))) throw error;
  }
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  return pluginReports.flatMap((report: any) =>
    report.violations.map((violation: any) => ({
      plugin: report.pluginName,
      rule: violation.ruleName,
      severity: violation.severity,
      where: violation.violatingConstructs.map((construct: any) => construct.constructPath),
    })),
  );
}
