import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { PolicyViolation } from 'aws-cdk-lib';
import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { announcement, fixedFindings, knownFindings, missingBaseline } from './announcements';
import { Baseline } from './baseline';
import { readBaseline, writeBaseline } from './baseline-file';
import type { BaselineEntry } from './baseline-file';
import { counted } from './counted';
import type { JudgedFinding } from './examination';
import { fingerprintOf } from './fingerprint';
import type { GateSettings } from './gate-settings';
import { isAtOrAbove } from './levels';
import { ruleNameOf } from './rule-names';
import { weightOf } from './severities';

const WRITE = 'cdk-secure-serverless:write-baseline';

/** What each gate of an app writes into a file: several may share one, each for its Stage. */
const beingWritten = new WeakMap<IConstruct, Map<string, Map<GateSettings, readonly BaselineEntry[]>>>();

/**
 * The baseline file of a gate: what it knows of the findings of an app, or the writing of it.
 */
export class BaselineOfApp {
  readonly isWritten: boolean;
  private readonly path?: string;
  private readonly problem?: string;
  private readonly isMissing: boolean = false;
  private readonly entries: readonly BaselineEntry[] = [];
  private readonly written: BaselineEntry[] = [];
  private matched?: { readonly known: ReadonlySet<JudgedFinding>; readonly fixed: readonly BaselineEntry[] };

  /**
   * @param allFindings every finding of the app; only asked for where there is a baseline
   */
  constructor(
    private readonly root: IConstruct,
    private readonly settings: GateSettings,
    private readonly allFindings: () => readonly JudgedFinding[],
  ) {
    const { baseline } = settings.props;
    const isAsked = String(root.node.tryGetContext(WRITE)) === 'true';
    this.isWritten = false;
    if (baseline === undefined) {
      if (isAsked) this.problem = `'${WRITE}' is set, and the gate has no 'baseline': say where the file is`;
      return;
    }
    this.path = baseline;
    try {
      if (Stage.isStage(root) && isWithin(root.outdir, baseline)) {
        throw new Error(`baseline "${baseline}" lies in the cloud assembly: choose a path that is committed`);
      }
      this.isMissing = !existsSync(baseline);
      this.entries = readBaseline(baseline);
      this.isWritten = isAsked;
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  isKnown(finding: JudgedFinding): boolean {
    return this.isWritten || (this.entries.length > 0 && this.match().known.has(finding));
  }

  /** Takes findings into the file that is being written. */
  write(findings: readonly JudgedFinding[]): void {
    if (!this.isWritten) return;
    this.written.push(...findings.map(entryOf));
    const ofRoot = beingWritten.get(this.root) ?? new Map<string, Map<GateSettings, readonly BaselineEntry[]>>();
    beingWritten.set(this.root, ofRoot);
    const file = resolve(this.path!);
    const ofFile = ofRoot.get(file) ?? new Map<GateSettings, readonly BaselineEntry[]>();
    ofRoot.set(file, ofFile.set(this.settings, this.written));
    writeBaseline(this.path!, [...ofFile.values()].flat());
  }

  announcements(templatePath: string, scope: string | undefined): PolicyViolation[] {
    const { problem, path } = this;
    if (problem !== undefined) return [announcement(templatePath, 'baseline-damaged', 'fatal', problem)];
    if (path === undefined) return [];
    if (this.isWritten) {
      return [
        announcement(
          templatePath,
          'baseline-written',
          'warning',
          `'${path}' is being written: every finding counts as known`,
          `commit the file, and run again without '${WRITE}'`,
        ),
      ];
    }
    if (this.isMissing) return [missingBaseline(templatePath, path, WRITE)];
    if (this.entries.length === 0) return [];
    const { known, fixed } = this.match();
    const inScope = (constructPath: string) => !scope || isAtOrAbove(scope, constructPath);
    const gone = fixed.filter(({ constructPath }) => inScope(constructPath)).filter((entry) => this.isJudged(entry));
    const pathsByRule = new Map<string, string[]>();
    let toldEachTime = 0;
    for (const { finding, constructPath, judgement } of known) {
      if (!inScope(constructPath)) continue;
      if (weightOf(judgement) === 'fatal') toldEachTime++;
      const name = ruleNameOf(finding.rule.id, finding);
      const paths = pathsByRule.get(name);
      if (paths) paths.push(constructPath);
      else pathsByRule.set(name, [constructPath]);
    }
    return [
      ...(pathsByRule.size > 0 ? [knownFindings(templatePath, path, pathsByRule, toldEachTime)] : []),
      ...(gone.length > 0 ? [fixedFindings(templatePath, path, gone, this.settings.props.strict)] : []),
    ];
  }

  /** For the report: how much is left. */
  get metadata(): { readonly [key: string]: string } | undefined {
    if (this.path === undefined || this.problem !== undefined || this.isWritten) return undefined;
    const left = this.entries.length === 0 ? 0 : this.match().known.size;
    return { baseline: `${counted(left, 'known finding')} left in '${this.path}'` };
  }

  private match(): NonNullable<typeof this.matched> {
    if (!this.matched) {
      const open = this.allFindings().filter(({ isAcknowledged }) => !isAcknowledged);
      const { known, fixed } = new Baseline(this.entries, open.map(entryOf));
      this.matched = { known: new Set(open.filter((_, index) => known.has(index))), fixed };
    }
    return this.matched;
  }

  /** A rule that does not run finds nothing, and nothing is fixed by that. */
  private isJudged({ rule: name }: BaselineEntry): boolean {
    const rule = this.settings.ruleOf(name.replace(/\[unknown\]$/, ''));
    return rule === undefined || this.settings.rules.includes(rule);
  }
}

function entryOf({ finding, constructPath }: JudgedFinding): BaselineEntry {
  return {
    rule: ruleNameOf(finding.rule.id, finding),
    constructPath,
    fingerprint: fingerprintOf(finding, constructPath),
  };
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return !way.startsWith('..') && !isAbsolute(way);
}
