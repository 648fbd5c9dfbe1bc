import { resolve } from 'node:path';
import type { CfnResource, IPolicyValidationContext, PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import { Stage } from 'aws-cdk-lib';
import { NagPack } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { enforcedPaths } from '../enforced/enforced';
import { evaluate, rules } from '../rules';
import type { Finding, Rule } from '../rules';
import { Acknowledgements } from './acknowledged';
import { requireCdkVersion } from './cdk-version';
import { gateFailure } from './gate-failure';
import type { ServerlessSecurityChecksProps } from './gate-props';
import { judge, refuseBreakGlass } from './severities';
import { StageTemplates, stagesWithin } from './stage-templates';
import { isOnlySynthesizing, onlySynthesize } from './synthesize';
import { isReportReadByCli, unselectedStage } from './unselected-stages';
import type { OpenFinding } from './unselected-stages';
import { merge, ruleNameOf, violationOf } from './violation';

/** Which gate reports on a template, where several look at it: the first that core asks. */
const reporters = new WeakMap<IConstruct, Map<string, ServerlessSecurityChecks>>();

/**
 * The gate: checks the templates that will be deployed, and fails the synthesis of an insecure one.
 *
 * It reads what was written for deployment, after every property injector, mixin, aspect
 * and escape hatch: nothing that is deployed gets past it. Critical and high findings fail;
 * medium and low ones are warnings. What cannot be known before deployment is reported as
 * `<rule>[unknown]`, a warning, and an error where it hides a property that one of our
 * constructs enforces.
 *
 * A finding is accepted with
 * `Validations.of(construct).acknowledge({ id: 'ServerlessSecurity::<rule>', reason: '…' })`;
 * critical ones only with `breakGlass`.
 *
 * Throws below aws-cdk-lib 2.262.1, where a failed validation does not fail the synthesis.
 *
 * Adds no resources and costs nothing.
 *
 * @example
 * Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
 */
export class ServerlessSecurityChecks extends NagPack {
  public readonly name: string = 'ServerlessSecurity';
  public readonly ruleIds?: string[] = rules.map(({ id }) => id);
  private readonly props: ServerlessSecurityChecksProps;
  private readonly rules: readonly Rule[];

  constructor(scope?: IConstruct, props?: ServerlessSecurityChecksProps) {
    super(scope, props);
    requireCdkVersion(cdkVersion());
    this.packName = 'ServerlessSecurity';
    this.props = props ?? {};
    this.rules = rules.filter(({ strict }) => !strict || this.props.strict);
    refuseBreakGlass(this.props.breakGlass ?? [], (id) => rules.find((rule) => rule.id === id)?.severity);
  }

  /**
   * Checks the stacks that core hands over: all of the App or Stage on which the gate is registered.
   *
   * @param context what core hands to every plugin
   */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    if (isOnlySynthesizing()) return { success: true, violations: [] };
    const asked = context.stackTemplates.map(({ templatePath }) => resolve(templatePath));
    const reporter = reporters.get(context.appConstruct) ?? new Map<string, ServerlessSecurityChecks>();
    reporters.set(context.appConstruct, reporter);
    for (const file of asked) if (!reporter.has(file)) reporter.set(file, this);
    const mine = new Set(asked.filter((file) => reporter.get(file) === this));

    try {
      const stages = stagesWithin(context.appConstruct)
        .map((stage) => new StageTemplates(stage))
        .filter(({ files }) => files.some((file) => mine.has(file)));
      return this.report(context.appConstruct, stages, (resource, templates) =>
        mine.has(templates.topLevelFileOf(resource)),
      );
    } catch (error) {
      return gateFailure(asked[0], error);
    }
  }

  /**
   * Checks an App, Stage, Stack or any construct without failing: for tests.
   *
   * Finds what the synthesis would find, because it synthesizes: aspects run, and run again
   * in a synthesis after it.
   *
   * @param scope what to check, with everything below it
   */
  public validateScope(scope: IConstruct): PolicyValidationPluginReport {
    const root = Stage.isStage(scope) ? scope : Stage.of(scope);
    if (!root) {
      throw new Error(`'${scope.node.path}' cannot be checked: it is in no App or Stage, so nothing deploys it`);
    }
    onlySynthesize(root);
    const stages = Stage.isStage(scope) ? stagesWithin(scope) : [root];
    return this.report(
      scope.node.root,
      stages.map((stage) => new StageTemplates(stage)),
      (resource, templates) => templates.constructOf(resource).node.scopes.includes(scope),
    );
  }

  /**
   * Refuses: a construct on its own does not tell what will be deployed.
   *
   * cdk-nag's packs are asked for each resource; this one reads whole templates in `validate` and `validateScope`.
   *
   * @param node the resource that was to be checked
   */
  protected checkResource(node: CfnResource): void {
    throw new Error(`'${node.node.path}' cannot be checked on its own: call 'validateScope(construct)'`);
  }

  private report(
    root: IConstruct,
    stages: readonly StageTemplates[],
    concerns: (resource: Finding['resource'], templates: StageTemplates) => boolean,
  ): PolicyValidationPluginReport {
    const acknowledgements = new Acknowledgements(this.name, root);
    const violations: PolicyViolation[] = [];
    let success = true;
    for (const templates of stages) {
      const failing: OpenFinding[] = [];
      for (const finding of evaluate(this.rules, templates.application)) {
        if (!concerns(finding.resource, templates)) continue;
        const construct = templates.constructOf(finding.resource);
        const constructPath = construct.node.path;
        const judgement = judge(finding, constructPath, hidesEnforced(finding, construct), this.props);
        const [name, ...aliases] = [finding.rule.id, ...(finding.rule.aliases ?? [])].map((id) =>
          ruleNameOf(id, finding),
        );
        // Where core would take an acknowledgement of another construct for this one, the name has to differ.
        const narrow = `${name}[${constructPath}]`;
        const acknowledged =
          judgement.severity === 'fatal' ? undefined : acknowledgements.find(construct, [name, ...aliases, narrow]);
        const open = acknowledgements.isAcknowledgedAnywhere(name) ? narrow : name;
        violations.push(violationOf(finding, acknowledged ?? open, constructPath, judgement));
        if (!acknowledged && judgement.severity !== 'warning') {
          failing.push({ ruleName: open, constructPath, severity: judgement.severity });
        }
      }
      if (failing.length === 0) continue;
      success = false;
      const { stage, files } = templates;
      if (stage !== root && isReportReadByCli(root)) {
        violations.push(unselectedStage(stage.node.path, files[0], failing));
      }
    }
    return { success, violations: merge(violations) };
  }
}

/** Whether an enforced property lies at, above or below what nobody can tell. */
function hidesEnforced({ path, outcome }: Finding, construct: IConstruct): boolean {
  if (outcome !== 'unknown' || path[0] !== 'Properties') return false;
  const hidden = path.slice(1).join('.');
  return enforcedPaths(construct).some(
    (enforced) => enforced === hidden || enforced.startsWith(`${hidden}.`) || hidden.startsWith(`${enforced}.`),
  );
}

function cdkVersion(): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('aws-cdk-lib/package.json') as { version: string }).version;
}
