import { App, Stack, Stage } from 'aws-cdk-lib';
import type { PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { Disguise } from './disguises';
import type { InsecureSetting } from './insecure-settings';

/** Finds what is wrong with everything in an app. */
export type Checker = (app: App) => PolicyValidationPluginReport;

/** What a checker said about an insecure setting, or why it is not in the app. */
export interface Smuggled {
  readonly setting: InsecureSetting;
  /** The rules that it named. */
  readonly named: ReadonlySet<string>;
  readonly told: readonly Told[];
  readonly notPossible?: string;
}

export interface Told {
  readonly ruleName: string;
  readonly logicalId?: string;
  readonly description: string;
}

/** Puts every setting into one app, each in a Stage of its own, so that none of them bears on another. */
export function smuggle(disguise: Disguise, settings: readonly InsecureSetting[], check: Checker): readonly Smuggled[] {
  const app = new App();
  const left = new Map<InsecureSetting, string>();
  for (const setting of settings) {
    const stage = new Stage(app, setting.rule.id);
    try {
      if (disguise.smuggle(new Stack(stage, 'Stack'), setting) === false) left.set(setting, 'it cannot be written so');
    } catch (error) {
      left.set(setting, (error as Error).message);
    }
    if (left.has(setting)) stage.node.tryRemoveChild('Stack');
  }
  const byStage = new Map<string, Told[]>();
  for (const { ruleName, description, violatingResources } of check(app).violations) {
    for (const { constructPath = '', resourceLogicalId } of violatingResources) {
      const [id, ...below] = constructPath.split('/');
      // Other packs name the construct only, which is called as the resource is.
      const logicalId = resourceLogicalId ?? below.at(-1);
      byStage.set(id, [...(byStage.get(id) ?? []), { ruleName, logicalId, description }]);
    }
  }
  return settings.map((setting) => {
    const told = byStage.get(setting.rule.id) ?? [];
    const named = new Set(told.map(({ ruleName }) => ruleName));
    return { setting, told, named, notPossible: left.get(setting) };
  });
}

/** Whether a rule of these names told of the setting where it is, or, where its holder is hidden, that nobody can tell. */
export function isCaught({ setting, told }: Smuggled, disguise: Disguise, names: readonly string[]): boolean {
  const isDetached = disguise.hidesNeighbours === true && isBesideItsHolder(setting);
  return told.some(({ ruleName, logicalId }) => {
    const isThere = logicalId === setting.logicalId;
    if (isDetached && isThere && ruleName.endsWith('[unknown]')) return true;
    return names.includes(ruleName.split('[')[0]) && (isThere || disguise.template === 'unknown');
  });
}

/** Whether the setting stands in another resource than the rule looks at: in the policy of a role, of a queue… */
function isBesideItsHolder({ rule, template, logicalId }: InsecureSetting): boolean {
  return ![rule.appliesTo].flat().includes(String(template.Resources[logicalId].Type));
}
