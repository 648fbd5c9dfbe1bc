import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnElement, Stack, Stage } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { FoundHere } from './labelled-scores';
import { ServerlessSecurityChecks } from '../src/pack/serverless-security-checks';

/** What the gate finds in templates that are included in an app, or why the CDK does not take one. */
export interface Included {
  readonly findings: ReadonlyMap<string, readonly FoundHere[]>;
  readonly refused: ReadonlyMap<string, string>;
}

/** Puts each template into a Stage of one app, and asks the gate with everything on. */
export function includeAll(files: readonly string[], pathOf: (file: string) => string): Included {
  const outdir = mkdtempSync(join(tmpdir(), 'labelled-'));
  const app = new App({ outdir });
  const refused = new Map<string, string>();
  files.forEach((file, index) => {
    const stage = new Stage(app, `Case${index}`);
    try {
      const stack = new Stack(stage, 'Stack');
      const included = new CfnInclude(stack, 'Included', { templateFile: pathOf(file) });
      // What a type does not take is refused here, and not when the whole app is synthesized.
      const elements = included.node.findAll().filter((node) => CfnElement.isCfnElement(node));
      elements.forEach((element) => stack.resolve(element._toCloudFormation()));
    } catch (error) {
      refused.set(file, (error as Error).message.split('\n')[0]);
      stage.node.tryRemoveChild('Stack');
    }
  });
  const findings = new Map<string, FoundHere[]>(files.filter((file) => !refused.has(file)).map((file) => [file, []]));
  for (const { ruleName, violatingResources } of new ServerlessSecurityChecks(app, { strict: true }).validateScope(app)
    .violations) {
    const [, rule, unknown] = /^([^[]+)(\[unknown\])?$/.exec(ruleName) ?? [undefined, ruleName];
    for (const { constructPath, resourceLogicalId } of violatingResources) {
      const [stage = '', ...below] = (constructPath ?? '').split('/');
      const logicalId = resourceLogicalId ?? below.at(-1) ?? '';
      findings
        .get(files[Number(stage.replace('Case', ''))])
        ?.push({ rule, logicalId, ...(unknown ? { unknown: true as const } : {}) });
    }
  }
  rmSync(outdir, { recursive: true, force: true });
  return { findings, refused };
}

/** The findings that only one of two looks at a template has. */
export function disagreementOf(file: readonly FoundHere[], app: readonly FoundHere[]): readonly string[] {
  const [inFile, inApp] = [file, app].map((findings) => new Set(findings.map(textOf)));
  return [
    ...[...inFile].filter((text) => !inApp.has(text)).map((text) => `${text} in the file only`),
    ...[...inApp].filter((text) => !inFile.has(text)).map((text) => `${text} in the app only`),
  ].sort();
}

function textOf({ rule, logicalId, unknown }: FoundHere): string {
  return `${rule}${unknown ? '[unknown]' : ''} at ${logicalId}`;
}
