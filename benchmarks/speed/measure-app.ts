import { Validations } from 'aws-cdk-lib';
import type { App, IPolicyValidationContext, IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { ServerlessSecurityChecks } from 'cdk-secure-serverless';
import { medianTime } from './median';

/** Medians, in milliseconds. */
export interface MeasuredApp {
  readonly resources: number;
  readonly findings: number;
  readonly strictFindings: number;
  /** With the CDK's own validation of templates turned off. */
  readonly plainSynth: number;
  readonly ours: number;
  readonly oursStrict: number;
  readonly awsSolutions: number;
  readonly serverless: number;
}

/** What a pack takes is the time within its `validate`, given what core gives it. */
export function measureApp(app: App): MeasuredApp {
  const plainSynth = medianTime(() => app.synth({ force: true }));
  const contexts = contextsOf(app);
  const validate = (plugin: IPolicyValidationPlugin, asked: readonly IPolicyValidationContext[] = contexts) =>
    asked.flatMap((context) => plugin.validate(context).violations);

  const ours = new ServerlessSecurityChecks(app);
  const oursStrict = new ServerlessSecurityChecks(app, { strict: true });
  // Of several gates on one app the first reports; for this one it is another app.
  const forStrict = contexts.map((context) => ({ ...context, appConstruct: Object.create(app) as App }));
  const findingsOf = (violations: ReturnType<typeof validate>) =>
    violations.reduce((sum, { violatingResources }) => sum + violatingResources.length, 0);
  return {
    resources: app.node.findAll().filter((node) => 'cfnResourceType' in node).length,
    findings: findingsOf(validate(ours)),
    strictFindings: findingsOf(validate(oursStrict, forStrict)),
    plainSynth,
    ours: medianTime(() => validate(ours)),
    oursStrict: medianTime(() => validate(oursStrict, forStrict)),
    awsSolutions: medianTime(() => validate(new AwsSolutionsChecks())),
    serverless: medianTime(() => validate(new ServerlessChecks())),
  };
}

/** What core hands to a plugin: one for each environment. */
function contextsOf(app: App): readonly IPolicyValidationContext[] {
  const contexts: IPolicyValidationContext[] = [];
  Validations.of(app).addPlugins({
    name: 'Measured',
    validate: (context) => {
      contexts.push(context);
      return { success: true, violations: [] };
    },
  });
  app.synth({ force: true });
  return contexts;
}
