import { resolve } from 'node:path';
import type { CfnResource, IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { Stack, Stage } from 'aws-cdk-lib';
import { NagPack } from 'cdk-nag';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { now } from '../facts/now';
import { rules as rulesOfLibrary } from '../rules';
import { refuseBreakGlass } from './break-glass';
import { requireCdkVersion } from './cdk-version';
import { Examination } from './examination';
import { gateFailure } from './gate-failure';
import type { ServerlessSecurityChecksProps } from './gate-props';
import type { GateSettings } from './gate-settings';
import { Levels } from './levels';
import { refuseProps } from './refuse-props';
import { isOfFrameworks } from './rules-of-framework';
import { adopt } from './rules-of-your-own';
import { given } from './shape';
import { stagesByFile, stagesWithin, topLevelFileOf } from './stage-templates';
import { isOnlySynthesizing, onlySynthesize } from './synthesize';

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
 * A finding is accepted with `SecurityExceptions.of(construct).accept({ … })`, which asks for an owner and may expire, or with
 * `Validations.of(construct).acknowledge({ id: 'ServerlessSecurity::<rule>', reason: '…' })`;
 * critical ones only with `breakGlass`.
 *
 * Making it checks nothing: it has to be registered. On a construct that is no App or Stage it checks the whole Stage that the
 * construct is in.
 *
 * Throws below aws-cdk-lib 2.262.1, where a failed validation does not fail the synthesis, when a level, a `breakGlass` or a
 * rule of your own is not as it must be, and when `SOURCE_DATE_EPOCH` is set and is no number of seconds.
 *
 * Adds no resources and costs nothing.
 *
 * @example
 * Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
 */
export class ServerlessSecurityChecks extends NagPack {
  public readonly name: string = 'ServerlessSecurity';
  public readonly version?: string = libraryVersion();
  public readonly ruleIds?: string[];
  private readonly settings: GateSettings;
  private readonly looks = new WeakMap<IConstruct, Look>();

  constructor(scope?: IConstruct, props?: ServerlessSecurityChecksProps) {
    super(scope, props);
    refuseProps(scope, props);
    requireCdkVersion(cdkVersion());
    // A clock that cannot be read is told here, not once for each rule that asks what day it is.
    now();
    this.packName = 'ServerlessSecurity';
    this.settings = settingsOf(this.packName, props ?? {});
    this.ruleIds = this.settings.rules.map(({ id }) => id);
  }

  /**
   * Checks the stacks that core hands over: all of the App or Stage on which the gate is registered.
   *
   * @param context what core hands to every plugin
   */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    if (isOnlySynthesizing()) return { success: true, violations: [] };
    const root = context.appConstruct;
    const asked = context.stackTemplates.map(({ templatePath }) => resolve(templatePath));
    const reporter = reporters.get(root) ?? new Map<string, ServerlessSecurityChecks>();
    reporters.set(root, reporter);
    for (const file of asked) if (!reporter.has(file)) reporter.set(file, this);
    const mine = new Set(asked.filter((file) => reporter.get(file) === this));

    const asking = new Map<Stack, boolean>();
    const isMine = (stack: Stack) => {
      const known = asking.get(stack) ?? mine.has(topLevelFileOf(stack));
      asking.set(stack, known);
      return known;
    };
    try {
      const { examination, stageOf } = this.lookAt(root, asked);
      return examination.report({
        stages: [...new Set([...mine].map((file) => stageOf.get(file)!))],
        concerns: (construct) => isMine(Stack.of(construct)),
        isSynthesis: true,
      });
    } catch (error) {
      return gateFailure(asked[0], error);
    }
  }

  /**
   * Checks an App, Stage, Stack or any construct without failing: for tests.
   *
   * Finds what the synthesis would find, because it synthesizes: aspects run, and run again
   * in a synthesis after it. What was accepted is left out; `success` says whether the synthesis would pass.
   *
   * @param scope what to check, with everything below it
   */
  public validateScope(scope: IConstruct): PolicyValidationPluginReport {
    if (!Construct.isConstruct(scope)) {
      throw new Error(`'validateScope' was given ${given(scope)}: give it the App, Stage, Stack or construct to check`);
    }
    const [root] = scope.node.scopes.filter((above) => Stage.isStage(above));
    if (!root) {
      throw new Error(`'${scope.node.path}' cannot be checked: it is in no App or Stage, so nothing deploys it`);
    }
    onlySynthesize(root);
    return new Examination(scope.node.root, this.settings).report({
      stages: Stage.isStage(scope) ? stagesWithin(scope) : [Stage.of(scope)!],
      concerns: (construct) => construct.node.scopes.includes(scope),
      scope: scope.node.path,
      isSynthesis: false,
    });
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

  /** Core asks once for each environment; when it asks for a template again, it has synthesized again. */
  private lookAt(root: IConstruct, asked: readonly string[]): Look {
    let look = this.looks.get(root);
    if (!look || asked.some((file) => !look!.unasked.has(file))) {
      const constructs = root.node.findAll();
      const stageOf = stagesByFile(constructs);
      const examination = new Examination(root, this.settings, constructs);
      look = { examination, stageOf, unasked: new Set(stageOf.keys()) };
      this.looks.set(root, look);
    }
    for (const file of asked) look.unasked.delete(file);
    return look;
  }
}

/** One synthesis of an app. */
interface Look {
  readonly examination: Examination;
  readonly stageOf: ReadonlyMap<string, Stage>;
  readonly unasked: Set<string>;
}

function settingsOf(pluginName: string, props: ServerlessSecurityChecksProps): GateSettings {
  const { strict, customRules = [], frameworks, breakGlass = [] } = props;
  if (frameworks?.length === 0) {
    throw new Error("'frameworks' of 'ServerlessSecurityChecks' is empty, so nothing would be checked: leave it out");
  }
  const own = adopt(customRules);
  const byId = new Map(
    [...rulesOfLibrary, ...own].flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((id) => [id, rule])),
  );
  const ruleOf = (id: string) => byId.get(id);
  const levels = new Levels(props.levels ?? [], ruleOf, strict);
  refuseBreakGlass(breakGlass, (id) => ruleOf(id)?.severity, levels);
  const ofLibrary = rulesOfLibrary.filter((rule) => (!rule.strict || strict) && isOfFrameworks(rule, frameworks));
  return { pluginName, props, rules: [...ofLibrary, ...own], ruleOf, levels };
}

function cdkVersion(): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('aws-cdk-lib/package.json') as { version: string }).version;
}

function libraryVersion(): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('../../package.json') as { version: string }).version;
}
