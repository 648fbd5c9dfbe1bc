import type { PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { daysSince, graceDays } from './calendar-day';
import { counted } from './counted';
import { escape } from './escape';
import { exceptionsOn, keyInEveryStage } from './exception-records';
import type { RecordedException } from './exception-records';
import { meantRule } from './meant-rule';
import type { OwnFinding } from './own-findings';
import { reportedPathOf } from './reported-path';
import type { Rule } from '../rules';

/** Constructs that are named in one sentence. */
const mostShown = 3;

/**
 * The exceptions of an app: which count, and what became of each.
 */
export class Exceptions {
  private readonly all: readonly RecordedException[];
  private readonly byConstruct = new Map<IConstruct, RecordedException[]>();
  private readonly used = new Set<RecordedException>();
  private readonly refused = new Set<RecordedException>();
  /** Where the rules that exceptions name have found something. */
  private readonly foundAt = new Map<string, Set<string>>();

  constructor(
    constructs: readonly IConstruct[],
    private readonly ruleOf: (id: string) => Rule | undefined,
    private readonly runs: (rule: Rule) => boolean,
  ) {
    this.all = constructs.flatMap((construct) => exceptionsOn(construct));
    for (const exception of this.all) {
      this.byConstruct.set(exception.construct, [...(this.byConstruct.get(exception.construct) ?? []), exception]);
      this.foundAt.set(exception.rule, new Set());
    }
  }

  /** Whether an acknowledgement counts: always, unless it was made as an exception that has lapsed. */
  counts(ruleName: string, scope: IConstruct): boolean {
    const same = (this.byConstruct.get(scope) ?? []).filter(({ rule }) => rule === ruleName);
    return same.length === 0 || same.some((exception) => !hasLapsed(exception));
  }

  /** Remembers that a finding is one that exceptions were made for; those that have lapsed are given back. */
  meet(construct: IConstruct, ruleNames: readonly string[], isFatal: boolean): readonly RecordedException[] {
    if (this.all.length === 0) return [];
    for (const name of ruleNames) this.foundAt.get(name)?.add(construct.node.path);
    const meant = construct.node.scopes
      .flatMap((scope) => this.byConstruct.get(scope) ?? [])
      .filter(({ rule }) => ruleNames.includes(rule));
    for (const exception of meant) {
      this.used.add(exception);
      if (isFatal) this.refused.add(exception);
    }
    return meant.filter(hasLapsed);
  }

  /** The exceptions of every Stage that are made by the same line as one of these and may match something there. */
  undecided(concerns: (construct: IConstruct) => boolean): readonly RecordedException[] {
    const idle = new Set(this.all.filter((one) => concerns(one.construct) && !this.used.has(one)).map(keyInEveryStage));
    return idle.size === 0 ? [] : this.all.filter((one) => idle.has(keyInEveryStage(one)));
  }

  /** What is wrong with exceptions themselves, once all findings were met. */
  violations(
    concerns: (construct: IConstruct) => boolean,
  ): { readonly construct: IConstruct; readonly violation: PolicyViolation }[] {
    const matched = new Set([...this.used].map(keyInEveryStage));
    return this.all
      .filter(({ construct }) => concerns(construct))
      .flatMap((exception) => {
        const { construct } = exception;
        const violation = this.verdictOn(exception, matched.has(keyInEveryStage(exception)));
        return violation ? { construct, violation } : [];
      });
  }

  /** Where else the rule finds something: next to the construct first. */
  private nearest({ rule, construct }: RecordedException): string {
    const { path } = construct.node;
    const paths = [...(this.foundAt.get(rule) ?? [])].sort((one, other) => common(other, path) - common(one, path));
    if (paths.length === 0) return '';
    const shown = paths.slice(0, mostShown).map((found) => `'${escape(found)}'`);
    return `, such as ${shown.join(', ')}${paths.length > mostShown ? ` and ${paths.length - mostShown} more` : ''}`;
  }

  private verdictOn(exception: RecordedException, isMatched: boolean): PolicyViolation | undefined {
    const { rule: name, expires = '', owner } = exception;
    const id = name.replace(/\[unknown\]$/, '');
    const rule = this.ruleOf(id);
    const shown = `'${name}' (owner: ${owner})`;
    if (!rule) {
      return violationOf(exception, 'exception-unknown-rule', 'error', {
        fact: `the exception names '${name}', which is no rule${meantRule(id)}, and accepts nothing`,
        fix: 'write an id of RULES.md, or of a rule of your own; what cdk-nag reports goes into `nagRules`',
      });
    }
    if ((rule.severity === 'critical' && id === name) || this.refused.has(exception)) {
      return violationOf(exception, 'exception-critical', 'error', {
        fact: `the exception names ${shown}, which is critical: it accepts nothing`,
        fix: `fix the finding, or let it through for a while with \`breakGlass: [{ rule: '${id}', … }]\``,
      });
    }
    if (!isMatched) {
      if (!this.runs(rule)) return undefined;
      return violationOf(exception, 'exception-stale', 'warning', {
        fact: `the exception for ${shown} matches no finding, in no Stage: it would hide the next one`,
        fix: `remove the call of \`SecurityExceptions.accept\`, or make it on the construct that has the finding${this.nearest(exception)}`,
      });
    }
    const days = exception.expires === undefined ? 0 : daysSince(expires);
    if (days <= 0) return undefined;
    const lapsed = hasLapsed(exception);
    return violationOf(exception, 'exception-lapsed', lapsed ? 'error' : 'warning', {
      fact: lapsed
        ? `the exception for ${shown} ended with ${expires}: what it accepted counts again`
        : `the exception for ${shown} ended with ${expires}: it fails in ${counted(graceDays - days + 1, 'day')}`,
      fix: 'fix what it accepts, or decide anew and give it another `expires`',
    });
  }
}

/** How many names two paths have in common, from the beginning. */
function common(path: string, other: string): number {
  const [names, others] = [path.split('/'), other.split('/')];
  const different = names.findIndex((name, index) => name !== others[index]);
  return different === -1 ? names.length : different;
}

function hasLapsed({ expires }: RecordedException): boolean {
  return expires !== undefined && daysSince(expires) > graceDays;
}

function violationOf(
  { construct, rule, reason, owner, expires, ticket, place: line }: RecordedException,
  ruleName: OwnFinding,
  severity: 'error' | 'warning',
  { fact, fix }: { readonly fact: string; readonly fix: string },
): PolicyViolation {
  const metadata = { rule, reason, owner, expires, ticket };
  const constructPath = reportedPathOf(construct);
  const place = constructPath === undefined ? `'${construct.node.path}': ` : '';
  return {
    ruleName,
    severity,
    description: escape(`${place}${fact}. Its reason was: ${reason}${line?.text ? ` — made at ${line.text}` : ''}`),
    fix,
    ruleMetadata: Object.fromEntries(
      Object.entries(metadata).flatMap(([key, value]) => (value === undefined ? [] : [[key, escape(value)]])),
    ),
    violatingResources: [{ constructPath, locations: [] }],
  };
}
