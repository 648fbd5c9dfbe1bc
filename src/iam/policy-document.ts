import { isPlainObject } from './condition';
import { Statement } from './statement';
import { Alternatives, Unknown } from '../template/resolved';
import type { Resolved } from '../template/resolved';

/**
 * A policy, read as IAM reads it: of an identity, a resource, a key, an endpoint, or the trust policy of a role.
 */
export class PolicyDocument {
  /**
   * Reads plain JSON, JSON text, or what the template model makes of a property.
   */
  static of(document: Resolved | undefined): PolicyDocument {
    if (typeof document === 'string' && /^\s*\{/.test(document)) {
      try {
        return PolicyDocument.of(JSON.parse(document) as Resolved);
      } catch {
        return new PolicyDocument([], 'the policy is not JSON');
      }
    }
    if (document instanceof Unknown) return new PolicyDocument([], document.because);
    if (document instanceof Alternatives) {
      return new PolicyDocument([], `it depends on whether ${document.branches[0]?.when}`);
    }
    if (!isPlainObject(document)) return new PolicyDocument([], 'the policy is not an object');
    const { Version: version, Statement: statements } = document;
    const hasVariables = version === '2012-10-17';
    const list = Array.isArray(statements) ? (statements as readonly Resolved[]) : [statements];
    let because: string | undefined;
    const read: Statement[] = [];
    list.forEach((json, index) => {
      if (json instanceof Unknown) because = json.because;
      for (const { value, present } of branchesOf(json)) {
        if (isPlainObject(value)) read.push(new Statement(value, index, present, hasVariables));
      }
    });
    return new PolicyDocument(read, because);
  }

  private constructor(
    readonly statements: readonly Statement[],
    /** Why the policy may say more than its statements; `undefined` where it is all there. */
    readonly because: string | undefined,
  ) {}
}

function branchesOf(
  json: Resolved | undefined,
): readonly { value: Resolved | undefined; present: 'yes' | 'unknown' }[] {
  if (!(json instanceof Alternatives)) return [{ value: json, present: 'yes' }];
  return json.branches.flatMap(({ value }) =>
    branchesOf(value).map((branch) => ({ value: branch.value, present: 'unknown' as const })),
  );
}
