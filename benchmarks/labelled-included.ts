import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnElement, Stack, Stage } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { FoundHere } from './labelled-scores';
import { ServerlessSecurityChecks } from '../src/pack/serverless-security-checks';
import { rules } from '../src/rules';

/** What the gate finds in templates that are included in an app, or why the CDK does not take one. */
export interface Included {
  readonly findings: ReadonlyMap<string, readonly FoundHere[]>;
  readonly refused: ReadonlyMap<string, string>;
}

/** Includes templates in an app; where one of them breaks the synthesis, all others are judged without it. */
export function includeAll(files: readonly string[], pathOf: (file: string) => string): Included {
  try {
    return includeInOneApp(files, pathOf);
  } catch (error) {
    if (files.length === 1) return { findings: new Map(), refused: new Map([[files[0], messageOf(error)]]) };
    const middle = Math.ceil(files.length / 2);
    const halves = [files.slice(0, middle), files.slice(middle)].map((half) => includeAll(half, pathOf));
    return {
      findings: new Map(halves.flatMap(({ findings }) => [...findings])),
      refused: new Map(halves.flatMap(({ refused }) => [...refused])),
    };
  }
}

/** Puts each template into a Stage of its own, and asks the gate with everything on. */
function includeInOneApp(files: readonly string[], pathOf: (file: string) => string): Included {
  const outdir = mkdtempSync(join(tmpdir(), 'labelled-'));
  try {
    const app = new App({ outdir });
    const refused = new Map<string, string>();
    files.forEach((file, index) => {
      const stage = new Stage(app, `Case${index}`);
      try {
        include(stage, pathOf(file));
      } catch (error) {
        refused.set(file, messageOf(error));
        stage.node.tryRemoveChild('Stack');
      }
    });
    const taken = files.filter((file) => !refused.has(file));
    const findings = new Map<string, FoundHere[]>(taken.map((file) => [file, []]));
    for (const { stage, ...finding } of findingsIn(app)) {
      findings.get(files[Number(stage.replace('Case', ''))])?.push(finding);
    }
    return { findings, refused };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function include(stage: Stage, templateFile: string): void {
  const stack = new Stack(stage, 'Stack');
  const included = new CfnInclude(stack, 'Included', { templateFile });
  // What a type does not take is refused here, and not when the whole app is synthesized.
  const elements = included.node.findAll().filter((node) => CfnElement.isCfnElement(node));
  elements.forEach((element) => stack.resolve(element._toCloudFormation()));
}

function findingsIn(app: App): readonly (FoundHere & { readonly stage: string })[] {
  const { violations } = new ServerlessSecurityChecks(app, { strict: true }).validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) => {
    const [, rule, unknown] = /^([^[]+)(\[unknown\])?$/.exec(ruleName) ?? [undefined, ruleName];
    return violatingResources.map(({ constructPath, resourceLogicalId }) => {
      const [stage = '', ...below] = (constructPath ?? '').split('/');
      const logicalId = resourceLogicalId ?? below.at(-1) ?? '';
      return { stage, rule, logicalId, ...(unknown ? { unknown: true as const } : {}) };
    });
  });
}

function messageOf(error: unknown): string {
  return (error as Error).message.split('\n')[0];
}

/** The findings that only one of two looks at a template has. */
export function disagreementOf(file: readonly FoundHere[], app: readonly FoundHere[]): readonly string[] {
  const [inFile, inApp] = [file, app].map((findings) => new Set(findings.map(textOf)));
  const leftOut = new Set(file.filter((finding) => isSaidBeside(finding, inApp)).map(textOf));
  return [
    ...[...inFile].filter((text) => !inApp.has(text) && !leftOut.has(text)).map((text) => `${text} in the file only`),
    ...[...inApp].filter((text) => !inFile.has(text)).map((text) => `${text} in the app only`),
  ].sort();
}

/** The gate tells one cause once: by the rule that says more of it. */
function isSaidBeside(finding: FoundHere, inApp: ReadonlySet<string>): boolean {
  const { saidBy = [] } = rules.find(({ id }) => id === finding.rule) ?? {};
  return saidBy.some((rule) => inApp.has(textOf({ ...finding, rule })));
}

function textOf({ rule, logicalId, unknown }: FoundHere): string {
  return `${rule}${unknown ? '[unknown]' : ''} at ${logicalId}`;
}
