import { Construct } from 'constructs';
import { Framework } from './framework';
import { GateMode } from './gate-props';
import { RuleLevelKind } from './rule-level';
import { flag, misshapen, misshapenIn, oneOf, optional, shown, text, texts } from './shape';
import type { Shape } from './shape';
import { mistakesBetween } from '../facts/mistakes';

const gate = "'ServerlessSecurityChecks'";

const path: Shape = {
  accepts: (value) => typeof value === 'string' && value !== '',
  wanted: "the path of a file, for example 'security-baseline.json'",
};
const method: Shape = { accepts: (value) => typeof value === 'function', wanted: 'a function' };
const framework: Shape = { accepts: (value) => value instanceof Framework, wanted: 'a Framework' };

const ofGate = { strict: optional(flag), mode: optional(oneOf(GateMode)), baseline: optional(path) };
const ofLevel = { rule: text, level: oneOf(RuleLevelKind), scope: optional(text), reason: optional(text) };
const ofGlass = { rule: text, constructPath: text, reason: text, expires: text };
const ofRule = { id: text, resourceTypes: texts, check: method };

const known = [...Object.keys(ofGate), 'levels', 'breakGlass', 'customRules', 'frameworks'];

/**
 * Refuses what a compiler would have refused: a gate that took it would look closed and be open.
 *
 * @throws with everything that is of another type, and names that are nearly those of a prop
 */
export function refuseProps(scope: unknown, props: unknown): void {
  if (scope !== undefined && !Construct.isConstruct(scope)) {
    throw new Error(
      `the first argument of ${gate} is ${shown(scope)}, and must be the app: write 'new ServerlessSecurityChecks(app, { … })'`,
    );
  }
  if (props === undefined) return;
  if (typeof props !== 'object' || props === null) {
    throw new Error(`the second argument of ${gate} is ${shown(props)}: write an object, or leave it out`);
  }
  const { levels, breakGlass, customRules, frameworks } = props as Record<string, unknown>;
  const refusals = [
    ...Object.keys(props).flatMap(misspelled),
    ...misshapen('', props, ofGate),
    ...misshapenIn('levels', levels, ofLevel),
    ...misshapenIn('breakGlass', breakGlass, ofGlass),
    ...misshapenIn('customRules', customRules, ofRule),
    ...refusalsOfFrameworks(frameworks),
  ];
  if (refusals.length > 0) throw new Error(`the props of ${gate}: ${refusals.join('; ')}`);
}

function refusalsOfFrameworks(frameworks: unknown): string[] {
  if (!Array.isArray(frameworks)) return misshapenIn('frameworks', frameworks, {});
  return frameworks.flatMap((one: unknown, index) =>
    framework.accepts(one) ? [] : [`'frameworks[${index}]' is ${shown(one)}: write ${framework.wanted}`],
  );
}

/** A name that only looks like one of ours does nothing. */
function misspelled(name: string): string[] {
  if (known.includes(name)) return [];
  const meant = known.find((one) => mistakesBetween(name.toLowerCase(), one.toLowerCase()) <= 2);
  return meant === undefined ? [] : [`'${name}' is no prop: write '${meant}'`];
}
