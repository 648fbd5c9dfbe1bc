import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

export type GateProps = ConstructorParameters<typeof ServerlessSecurityChecks>[1];

/** A high finding: lambda-url-auth-none. */
export function publicUrl(scope: IConstruct, id = 'Url'): CfnResource {
  return new CfnResource(scope as Stack, id, {
    type: 'AWS::Lambda::Url',
    properties: { AuthType: 'NONE', TargetFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders' },
  });
}

/** A critical finding: s3-acl-public-write. */
export function publicBucket(scope: IConstruct, id = 'Uploads'): CfnResource {
  return new CfnResource(scope as Stack, id, {
    type: 'AWS::S3::Bucket',
    properties: { AccessControl: 'PublicReadWrite' },
  });
}

/** A medium finding: s3-versioning. */
export function unversionedBucket(scope: IConstruct, id = 'Archive'): CfnResource {
  return new CfnResource(scope as Stack, id, { type: 'AWS::S3::Bucket' });
}

export interface Violation {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
  readonly suggestedFix?: string;
  readonly ruleMetadata?: Readonly<Record<string, string>>;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

export interface Report {
  readonly conclusion?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[];
  readonly suppressedViolations: readonly (Violation & { readonly reason: string; readonly acknowledgedAt: string })[];
}

/** What core wrote of our gate; nothing where it had nothing to write. */
export function reportOf(app: App): Report {
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: readonly (Partial<Report> & { readonly pluginName: string })[];
  };
  const ours = pluginReports.find(({ pluginName }) => pluginName === 'ServerlessSecurity');
  return { violations: [], ...ours, suppressedViolations: ours?.suppressedViolations ?? [] };
}

export function gated(props?: GateProps, context?: Record<string, unknown>): App {
  const app = new App({ context });
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, props));
  return app;
}

/** Synthesizes, and says whether that failed, and what was found: `error lambda-url-auth-none Orders/Url`. */
export function synth(app: App): { readonly failed: boolean; readonly found: string[]; readonly report: Report } {
  let failed = false;
  try {
    app.synth();
  } catch (error) {
    if ((error as Error).name !== 'ValidationFailed') throw error;
    failed = true;
  }
  const report = reportOf(app);
  const found = report.violations
    .flatMap(({ ruleName, severity, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${severity} ${ruleName} ${constructPath}`.trim()),
    )
    .sort();
  return { failed, found, report };
}

/** Runs something at another time. */
export function at<T>(day: string, run: () => T): T {
  const { SOURCE_DATE_EPOCH } = process.env;
  process.env.SOURCE_DATE_EPOCH = `${Date.parse(day) / 1000}`;
  try {
    return run();
  } finally {
    if (SOURCE_DATE_EPOCH === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = SOURCE_DATE_EPOCH;
  }
}

/** The gate is judged with a few rules, so that a new rule does not change what it says. */
export function fewRules(): { readonly rules: unknown[] } {
  const load = (path: string) => (jest.requireActual(`../../src/rules/${path}`) as { default: unknown }).default;
  return {
    rules: [load('bucket/s3-acl-public-write'), load('function/lambda-url-auth-none'), load('bucket/s3-versioning')],
  };
}
