import { findSecret, takesSecret } from '../facts/secrets';
import { Value } from '../template';
import type { Resource } from '../template';
import type { Severity } from './define-rule';

/** Where something was found: a property, or the resource as a whole where a property is missing beside it. */
export type Place = Value | Resource;

export type Result = Pass | Fail | Unsure;

export interface Pass {
  readonly outcome: 'pass';
}

export interface Fail {
  readonly outcome: 'fail';
  readonly at: Place;
  readonly got: string;
  readonly wanted: string;
  /** Where this case is milder than the rule. */
  readonly severity?: Severity;
}

export interface Unsure {
  readonly outcome: 'unknown';
  readonly at: Place;
  readonly because: string;
}

const passed: Pass = { outcome: 'pass' };

export function pass(): Pass {
  return passed;
}

/**
 * It is wrong.
 *
 * @param at the value that is wrong (or is absent), or the resource
 * @param report what was wanted, as the end of "wanted …"; what was got where the value does not say it; and the severity
 *   where this case is milder than the rule
 */
export function fail(
  at: Place,
  report: { readonly got?: string; readonly wanted: string; readonly severity?: Severity },
): Fail {
  const got = report.got ?? (at instanceof Value ? shown(at) : at.type);
  return { outcome: 'fail', at, got, wanted: report.wanted, severity: report.severity };
}

/**
 * It cannot be told from the template.
 *
 * @param because as the end of a sentence; a value that is unknown says it itself
 */
export function unknown(at: Place, because?: string): Unsure {
  const reason = because ?? (at instanceof Value ? at.because : undefined) ?? knownLater;
  return { outcome: 'unknown', at, because: findSecret('', reason, 'prose') ? knownLater : reason };
}

const knownLater = 'it is only known after deployment';

/** A value as a message shows it: never a secret, whatever the rule is about, because messages are kept in reports. */
function shown(value: Value): string {
  const text = value.toString();
  const where = takesSecret(value.resource.type, value.path.slice(1)) ? 'credential' : 'value';
  const isSecret = !value.isAbsent && findSecret(value.path.at(-1) ?? '', text, where) !== undefined;
  return isSecret ? 'a value that looks like a secret' : text;
}

/** Whether something is said: an empty text, list or object says nothing, and services take it for nothing. */
export function isSaid(value: Value): boolean {
  return !(
    value.isAbsent ||
    value.is('') ||
    (value.isList && value.items.length === 0) ||
    (value.isObject && value.entries.length === 0)
  );
}

/** Whether a value is what the code of a custom resource answers, which may be anything: a switch, a name, a list. */
export function isAnswered({ isReference, attribute, target }: Value): boolean {
  return isReference && attribute !== 'Ref' && /^Custom::|::CustomResource$/.test(target?.type ?? '');
}

/**
 * What most rules are: a value must be fine. Where the value is unknown, so is the result.
 *
 * `isFine` also gets absent values and references: say there what they mean.
 */
export function demand(value: Value, isFine: (value: Value) => boolean, wanted: string): Result {
  if (value.isUnknown) return unknown(value);
  if (isFine(value)) return pass();
  return isAnswered(value) ? unknown(value, 'a custom resource answers it') : fail(value, { wanted });
}

/** What somebody must choose, whatever it is: with a parameter they did, and only a macro may choose nothing. */
export function demandChoice(resource: Resource, path: string, wanted: string): Result {
  const value = resource.read(path);
  return value.isUnknown && !resource.properties.isUnknown ? pass() : demand(value, (it) => !it.isAbsent, wanted);
}
