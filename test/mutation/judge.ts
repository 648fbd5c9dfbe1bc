import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import type { JsonTemplate, Mutant } from './mutants';
import { evaluate, rules } from '../../src/rules';
import { Application } from '../../src/template';

/** How often each thing is found. */
type Findings = ReadonlyMap<string, number>;

/** Who may notice a change: all rules, and the CDK's own validator. */
export class Judge {
  private started?: CloudFormationValidatePlugin;
  private readonly folder = mkdtempSync(join(tmpdir(), 'mutants-'));

  public close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What all rules find; positions in lists move when something is removed. */
  public findingsIn(template: JsonTemplate): Findings {
    const app = Application.load([{ path: 'template.json', content: JSON.stringify(template) }]);
    const counts = new Map<string, number>();
    for (const { rule, outcome, resource, path, severity } of evaluate(rules, app)) {
      const place = path.filter((key) => !/^\d+$/.test(key)).join('.');
      const key = [rule.id, outcome, resource.logicalId, place, severity].join('|');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  /** Whether a rule has something to say; of another value also that it is better than the one before. */
  public isNoticed({ operator, template }: Mutant, before: Findings): boolean {
    const after = this.findingsIn(template);
    const hasAnotherValue = operator === 'flip' || operator === 'next value';
    return hasMore(after, before) || (hasAnotherValue && hasMore(before, after));
  }

  /** The CDK's own validator, for what no rule of ours has to say: it cannot be deployed. */
  public isRefused({ template, logicalId }: Pick<Mutant, 'template' | 'logicalId'>): boolean {
    const Resources = around(logicalId, template);
    // A template has to have a resource; one that nobody refers to may be missing.
    if (Object.keys(template.Resources).length === 0) return true;
    if (Object.keys(Resources).length === 0) return false;
    const templatePath = join(this.folder, 'template.json');
    writeFileSync(templatePath, JSON.stringify({ ...template, Outputs: undefined, Resources }));
    const context = { stackTemplates: [{ templatePath, stackConstructPath: 'Stack' }] };
    // It takes seconds to start, and not every test asks it.
    this.started ??= new CloudFormationValidatePlugin();
    const { violations } = this.started.validate(
      context as unknown as Parameters<CloudFormationValidatePlugin['validate']>[0],
    );
    return violations.some(({ severity }) => severity === 'error');
  }
}

/**
 * What a change concerns: the resource and all that it refers to, or what refers to one that is gone. The validator takes a
 * millisecond and more for each resource.
 */
function around(logicalId: string, { Resources }: JsonTemplate): JsonTemplate['Resources'] {
  const ids = Object.keys(Resources);
  const found = new Set(logicalId in Resources ? [logicalId] : ids.filter((id) => names(Resources[id]).has(logicalId)));
  for (const id of found) {
    for (const name of names(Resources[id])) if (name in Resources) found.add(name);
  }
  return Object.fromEntries([...found].map((id) => [id, Resources[id]]));
}

/** Every text in a resource that may be the logical id of another one. */
function names(part: unknown): ReadonlySet<string> {
  if (typeof part === 'string') return new Set([part, ...[...part.matchAll(/\$\{(\w+)/g)].map(([, name]) => name)]);
  if (typeof part !== 'object' || part === null) return new Set();
  return new Set(Object.values(part).flatMap((item) => [...names(item)]));
}

function hasMore(findings: Findings, than: Findings): boolean {
  return [...findings].some(([key, count]) => count > (than.get(key) ?? 0));
}
