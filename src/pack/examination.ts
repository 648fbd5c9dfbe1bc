import { Stage } from 'aws-cdk-lib';
import type { PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { evaluate } from '../rules';
import type { Finding } from '../rules';
import { Acknowledgements } from './acknowledged';
import { groupAlike } from './alike';
import { idleGlass, levelWithoutConstruct, loweredLevel } from './announcements';
import { BaselineOfApp } from './baseline-of-app';
import { isIdle } from './break-glass';
import { constructAt, meantPath } from './construct-at';
import { Exceptions } from './exceptions';
import { findingsCounted } from './findings-counted';
import type { OpenFinding } from './findings-counted';
import { GateMode } from './gate-props';
import type { BreakGlass } from './gate-props';
import type { GateSettings } from './gate-settings';
import { hidesEnforced } from './hidden-enforced';
import { byGravity, isAtOrAbove } from './levels';
import type { ReportedSeverity } from './levels';

import { narrowName, ruleNameOf } from './rule-names';
import { saidOnce } from './said-once';
import { judge, weightOf } from './severities';
import type { Judgement } from './severities';
import { StageTemplates, stagesWithin } from './stage-templates';
import { isReportReadByCli, isToldWithStackAround, unselectedStage } from './unselected-stages';
import { merge, violationOf } from './violation';

/** A finding, and what became of it. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly construct: IConstruct;
  readonly constructPath: string;
  readonly judgement: Judgement;
  /** The name under which it is reported. */
  readonly ruleName: string;
  readonly isAcknowledged: boolean;
}

/** What is told in one call of the gate. */
export interface Section {
  readonly stages: readonly Stage[];
  readonly concerns: (construct: IConstruct) => boolean;
  /** The path of the construct to which the call was narrowed. */
  readonly scope?: string;
  /** Whether it is printed and may write a file: tests only look. */
  readonly isSynthesis: boolean;
}

/** Something that is told in one call. */
interface Told extends OpenFinding {
  readonly violation: PolicyViolation;
  readonly isAcknowledged: boolean;
}

/**
 * One look at an app: each Stage is read and judged once, however often core asks.
 */
export class Examination {
  private readonly stages = new Map<Stage, { templates: StageTemplates; findings: readonly JudgedFinding[] }>();
  private readonly acknowledgements: Acknowledgements;
  private readonly exceptions: Exceptions;
  private readonly baseline: BaselineOfApp;
  private isAnnounced = false;

  constructor(
    private readonly root: IConstruct,
    private readonly settings: GateSettings,
    constructs: readonly IConstruct[] = root.node.findAll(),
  ) {
    const { pluginName, ruleOf, rules } = settings;
    this.acknowledgements = new Acknowledgements(pluginName, constructs);
    this.exceptions = new Exceptions(constructs, ruleOf, (rule) => rules.includes(rule));
    this.baseline = new BaselineOfApp(root, settings, () =>
      stagesWithin(root).flatMap((stage) => this.examine(stage).findings),
    );
  }

  report(section: Section): PolicyValidationPluginReport {
    const { props } = this.settings;
    const onlyReports = props.mode === GateMode.REPORT;
    const told = [
      ...section.stages.flatMap((stage) => this.findingsIn(stage, section)),
      ...this.exceptionsIn(section),
      ...this.announcements(section),
    ]
      .map((one) => (onlyReports ? asWarning(one) : one))
      .sort((one, other) => byGravity(one.weight, other.weight));
    const open = told.filter(({ isAcknowledged }) => !isAcknowledged);
    const failing = open.filter(({ violation: { severity } }) => severity === 'error' || severity === 'fatal');
    const violations = [
      // Core sets aside what is acknowledged, and lists it; a test has nobody who would.
      ...(section.isSynthesis ? told : open).map(({ violation }) => violation),
      ...this.unselected(section, failing),
      ...(section.isSynthesis ? findingsCounted(this.root, open, props) : []),
    ];
    const { metadata } = this.baseline;
    return { success: failing.length === 0, violations: merge(violations), ...(metadata && { metadata }) };
  }

  private findingsIn(stage: Stage, { concerns, isSynthesis }: Section): Told[] {
    const findings = this.examine(stage).findings.filter(({ construct }) => concerns(construct));
    if (isSynthesis) this.baseline.write(findings.filter(({ isAcknowledged }) => !isAcknowledged));
    return groupAlike(findings.flatMap((judged) => this.toBeTold(judged) ?? [])).map((told) => ({
      violation: violationOf(told),
      isAcknowledged: told.judged.isAcknowledged,
      name: ruleNameOf(told.judged.finding.rule.id, told.judged.finding),
      weight: weightOf(told.judged.judgement),
      construct: told.judged.construct,
    }));
  }

  /** What is known is told with the baseline, all in one; only what nobody may forget is told on its own. */
  private toBeTold(judged: JudgedFinding): JudgedFinding | undefined {
    if (judged.isAcknowledged || !this.baseline.isKnown(judged)) return judged;
    if (weightOf(judged.judgement) !== 'fatal') return undefined;
    return {
      ...judged,
      ruleName: this.openName(judged.ruleName, judged.constructPath),
      judgement: { severity: 'warning', remark: `known, in '${this.settings.props.baseline}'; cannot be acknowledged` },
    };
  }

  private exceptionsIn({ concerns }: Section): Told[] {
    for (const { construct } of this.exceptions.undecided(concerns)) {
      const stage = Stage.of(construct);
      if (stage) this.examine(stage);
    }
    return this.exceptions.violations(concerns).map(({ violation, construct }) => ofGate(violation, construct));
  }

  private announcements({ stages, scope }: Section): Told[] {
    if (this.isAnnounced || stages.length === 0) return [];
    this.isAnnounced = true;
    const [file = ''] = this.examine(stages[0]).templates.files;
    const { levels } = this.settings;
    const idle = this.idleGlasses();
    const concerned = (path: string) => !scope || isAtOrAbove(scope, path) || isAtOrAbove(path, scope);
    const unknownScopes = levels.scopes.filter((path) => concerned(path) && !constructAt(this.root, path));
    const lowered = levels.lowered.filter(({ level }) => concerned(level.scope ?? '') || level.scope === undefined);
    return [
      ...unknownScopes.map((path) => levelWithoutConstruct(file, path, meantPath(this.root, path))),
      ...lowered.map((level) => loweredLevel(file, level)),
      ...idle
        .filter(({ constructPath }) => concerned(constructPath))
        .map((glass) => idleGlass(file, glass, this.meant(glass.constructPath))),
      ...this.baseline.announcements(file, scope),
    ].map((violation) => ofGate(violation));
  }

  private unselected({ stages }: Section, failing: readonly Told[]): PolicyViolation[] {
    if (!isReportReadByCli(this.root)) return [];
    return stages.flatMap((stage) => {
      if (stage === this.root || isToldWithStackAround(stage, this.root)) return [];
      const ofStage = failing.filter(({ construct }) => construct && Stage.of(construct) === stage);
      const open = ofStage.map(({ violation }) => violation);
      if (open.length === 0) return [];
      return unselectedStage(stage.node.path, this.examine(stage).templates.files[0], open);
    });
  }

  private examine(stage: Stage): { templates: StageTemplates; findings: readonly JudgedFinding[] } {
    const known = this.stages.get(stage);
    if (known) return known;
    const templates = new StageTemplates(stage);
    const findings = saidOnce(
      evaluate(this.settings.rules, templates.application).flatMap(
        (finding) => this.judge(finding, templates.constructOf(finding.resource)) ?? [],
      ),
    );
    const examined = { templates, findings };
    this.stages.set(stage, examined);
    return examined;
  }

  private judge(finding: Finding, construct: IConstruct): JudgedFinding | undefined {
    const { props, levels } = this.settings;
    const constructPath = construct.node.path;
    const judgement = judge(finding, constructPath, hidesEnforced(finding, construct), props, levels);
    const names = [finding.rule.id, ...(finding.rule.aliases ?? [])].map((id) => ruleNameOf(id, finding));
    const isFatal = judgement !== undefined && weightOf(judgement) === 'fatal';
    const lapsed = this.exceptions.meet(construct, names, isFatal);
    if (!judgement) return undefined;
    const acknowledged = isFatal
      ? undefined
      : this.acknowledgements.find(construct, names, (name, scope) => this.exceptions.counts(name, scope));
    const remarks = [judgement.remark, !acknowledged && lapsed[0] && `it was accepted until ${lapsed[0].expires}`];
    return {
      finding,
      construct,
      constructPath,
      judgement: { ...judgement, remark: remarks.filter(Boolean).join('; ') || undefined },
      // Core never takes an acknowledgement for something fatal.
      ruleName: judgement.severity === 'fatal' ? names[0] : (acknowledged ?? this.openName(names[0], constructPath)),
      isAcknowledged: acknowledged !== undefined,
    };
  }

  /** Where core would take an acknowledgement of another construct for this one, the name has to differ. */
  private openName(name: string, constructPath: string): string {
    if (!this.acknowledgements.isAcknowledgedAnywhere(name)) return name;
    const narrow = narrowName(name, constructPath);
    return this.acknowledgements.isAcknowledgedAnywhere(narrow) ? `${narrow}[lapsed]` : narrow;
  }

  private meant(path: string): string {
    return constructAt(this.root, path) ? '' : meantPath(this.root, path);
  }

  /** Each `breakGlass` that would let the next finding through, judged over all Stages. */
  private idleGlasses(): readonly BreakGlass[] {
    const { path } = this.root.node;
    // A list that the gates of several Stages share has paths of the others.
    const own = (this.settings.props.breakGlass ?? []).filter(
      ({ constructPath }) => path === '' || isAtOrAbove(path, constructPath) || isAtOrAbove(constructPath, path),
    );
    if (own.length === 0) return [];
    const found = stagesWithin(this.root).flatMap((stage) => this.examine(stage).findings);
    return own.filter((glass) => isIdle(glass, this.settings.rules, found));
  }
}

/** What the gate says about itself and about what it was told. */
function ofGate(violation: PolicyViolation, construct?: IConstruct): Told {
  const { ruleName, severity } = violation;
  return { violation, isAcknowledged: false, name: ruleName, weight: severity as ReportedSeverity, construct };
}

function asWarning({ violation, ...told }: Told): Told {
  const { severity } = violation;
  return { ...told, violation: { ...violation, severity: severity === 'info' ? 'info' : 'warning' } };
}
