import type { Finding, Rule, Severity } from '../rules';
import { escape } from './escape';
import { meantRule } from './meant-rule';
import { RuleLevelKind } from './rule-level';
import type { RuleLevel } from './rule-level';
import { isSentence } from './sentence';

/** Severities as core knows them: `fatal` cannot be acknowledged, `error` can, `warning` never fails. */
export type ReportedSeverity = 'fatal' | 'error' | 'warning' | 'info';

const ranks: Readonly<Record<string, number>> = { fatal: 3, error: 2, warning: 1, info: 1, off: 0 };

export function isMilder(one: ReportedSeverity | RuleLevelKind, other: ReportedSeverity | RuleLevelKind): boolean {
  return ranks[one] < ranks[other];
}

/** Sorts the gravest first. */
export function byGravity(one: ReportedSeverity, other: ReportedSeverity): number {
  return ranks[other] - ranks[one];
}

/** How a rule's severity is reported where nobody said something else. */
export function reportedAs(severity: Severity, strict: boolean | undefined): ReportedSeverity {
  if (severity === 'critical') return 'fatal';
  return severity === 'high' || (strict && severity === 'medium') ? 'error' : 'warning';
}

/** A level that is in force, and what it replaces. */
export interface LoweredLevel {
  readonly level: RuleLevel;
  readonly insteadOf: ReportedSeverity | RuleLevelKind;
}

/**
 * The levels that were given for rules.
 */
export class Levels {
  /** Those that are milder than what would be in force without them. */
  readonly lowered: readonly LoweredLevel[];

  /**
   * @throws if a level names no rule, lowers a critical rule, or lowers without a reason
   */
  constructor(
    private readonly levels: readonly RuleLevel[],
    private readonly ruleOf: (id: string) => Rule | undefined,
    private readonly strict: boolean | undefined,
  ) {
    const refusals = [...new Set(levels.flatMap((level) => this.refusalsOf(level)))];
    if (refusals.length > 0) throw new Error(`'levels' of 'ServerlessSecurityChecks': ${refusals.join('; ')}`);
    this.lowered = levels
      .map((level) => ({ level, insteadOf: this.without(level) }))
      .filter(({ level, insteadOf }) => isMilder(level.level, insteadOf));
  }

  /** The scopes that were given, for whoever knows the construct tree. */
  get scopes(): readonly string[] {
    return [...new Set(this.levels.flatMap(({ scope }) => scope ?? []))];
  }

  /** Whether the findings of a rule are fatal somewhere because of a level. */
  raisesToFatal(rule: string): boolean {
    return this.levels.some((level) => level.level === RuleLevelKind.FATAL && this.isFor(level, rule, false));
  }

  /** The level for a finding, where one was given. */
  of({ rule, outcome }: Finding, constructPath: string): RuleLevel | undefined {
    const unknown = outcome === 'unknown';
    const own = this.nearest(rule.id, unknown, constructPath);
    if (own || !unknown) return own;
    const ofRule = this.nearest(rule.id, false, constructPath);
    return ofRule?.level === RuleLevelKind.OFF ? ofRule : undefined;
  }

  private nearest(rule: string, unknown: boolean, path: string, except?: RuleLevel): RuleLevel | undefined {
    return this.levels
      .filter((level) => level !== except && this.isFor(level, rule, unknown) && isAtOrAbove(level.scope, path))
      .sort((one, other) => (other.scope?.length ?? -1) - (one.scope?.length ?? -1))[0];
  }

  private isFor({ rule }: RuleLevel, id: string, unknown: boolean): boolean {
    return this.ruleOf(nameOf(rule).id)?.id === id && nameOf(rule).unknown === unknown;
  }

  private without(level: RuleLevel): ReportedSeverity | RuleLevelKind {
    const { id, unknown } = nameOf(level.rule);
    const rule = this.ruleOf(id)!;
    const outer = this.nearest(rule.id, unknown, level.scope ?? '', level);
    return outer?.level ?? (unknown ? 'warning' : reportedAs(rule.severity, this.strict));
  }

  private refusalsOf(given: RuleLevel): string[] {
    const { rule: name, level, scope, reason } = given;
    const { id, unknown } = nameOf(name);
    const rule = this.ruleOf(id);
    if (!rule) {
      return [`'${escape(name)}' is not a rule${meantRule(id)}: write an id of RULES.md, or of a rule of your own`];
    }
    if (scope === '') return [`the scope for '${name}' is empty: name a construct path, or leave it out`];
    if (this.levels.some((other) => other !== given && other.scope === scope && this.isFor(other, rule.id, unknown))) {
      return [`'${name}' is given twice for ${scope === undefined ? 'the whole app' : `'${escape(scope)}'`}: keep one`];
    }
    if (!isMilder(level, this.without(given))) return [];
    if (rule.severity === 'critical') {
      return [
        `'${name}' is critical and cannot be lowered to '${level}': let single findings through with 'breakGlass', for a while`,
      ];
    }
    return isSentence(reason ?? '')
      ? []
      : [
          `${reason ? `the reason for lowering '${name}' to '${level}' is '${escape(reason)}'` : `'${name}' is lowered to '${level}' without a reason`}: say in a sentence why it may be`,
        ];
  }
}

function nameOf(name: string): { readonly id: string; readonly unknown: boolean } {
  const unknown = name.endsWith('[unknown]');
  return { id: unknown ? name.slice(0, -'[unknown]'.length) : name, unknown };
}

/** Whether a construct path is that of another construct or of one above it. */
export function isAtOrAbove(ancestor: string | undefined, path: string): boolean {
  return ancestor === undefined || path === ancestor || path.startsWith(`${ancestor}/`);
}
