import { App, Stack, Stage } from 'aws-cdk-lib';
import type { PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { Disguise } from './disguises';
import type { InsecureSetting } from './insecure-settings';

/** Finds what is wrong with everything in an app. */
export type Checker = (app: App) => PolicyValidationPluginReport;

/** What a checker said about an insecure setting: the rules that it named, or why it is not in the app. */
export interface Smuggled {
  readonly setting: InsecureSetting;
  readonly named: ReadonlySet<string>;
  readonly notPossible?: string;
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
  const named = new Map<string, Set<string>>();
  for (const { ruleName, violatingResources } of check(app).violations) {
    for (const { constructPath } of violatingResources) {
      const [id] = (constructPath ?? '').split('/');
      named.set(id, (named.get(id) ?? new Set()).add(ruleName));
    }
  }
  return settings.map((setting) => ({
    setting,
    named: named.get(setting.rule.id) ?? new Set(),
    notPossible: left.get(setting),
  }));
}
