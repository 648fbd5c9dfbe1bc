import type { PolicyValidationPluginReport } from 'aws-cdk-lib';
import { escape } from './escape';

/**
 * What the gate reports when it broke down itself.
 *
 * Core writes the error of a plugin into its report and goes on: with the CDK CLI an app would pass because nobody looked.
 *
 * @param templatePath one of the templates that were to be checked
 */
export function gateFailure(templatePath: string, error: unknown): PolicyValidationPluginReport {
  const message = error instanceof Error ? error.message : String(error);
  return {
    success: false,
    violations: [
      {
        ruleName: 'gate-failure',
        description: `the gate broke down, so nothing counts as checked: ${escape(message)}`,
        fix: 'mend what the message names; if it is the gate, report it at https://github.com/cdk-secure-serverless/cdk-secure-serverless/issues',
        severity: 'fatal',
        violatingResources: [{ templatePath, locations: [] }],
      },
    ],
  };
}
