import type { NamedPolicy } from './policies';
import type { Directness } from './principal-element';
import type { Request } from './request';
import type { RequestContext } from './request-context';
import type { Statement } from './statement';
import type { Truth } from './truth';

/** A statement of a policy. */
export interface StatementOf {
  readonly policy: NamedPolicy;
  /** `undefined` where the policy could not be read. */
  readonly statement?: Statement;
}

/** What some policies say to a request. */
export interface Finding extends Partial<StatementOf> {
  readonly truth: Truth;
}

/** A statement that applies to a request, or may. */
interface Hit extends StatementOf {
  readonly truth: Truth;
  readonly directness: Directness;
}

/** The statements of some policies that apply to a request. */
export class Findings {
  private readonly hits: readonly Hit[];

  constructor(
    policies: readonly NamedPolicy[],
    effect: 'Allow' | 'Deny',
    request: Request,
    context: RequestContext,
    /** Whether the principal has a permissions boundary. */
    hasBoundary = false,
  ) {
    this.hits = policies.flatMap((policy): readonly Hit[] => {
      const applying = policy.document.statements.flatMap((statement): readonly Hit[] => {
        if (statement.effect !== effect && statement.effect !== undefined) return [];
        const { truth, directness } = statement.applies(request, context, hasBoundary);
        const weakened = statement.effect === undefined && truth === 'yes' ? 'unknown' : truth;
        return weakened === 'no' ? [] : [{ policy, statement, truth: weakened, directness }];
      });
      if (policy.document.because === undefined) return applying;
      return [...applying, { policy, truth: 'unknown', directness: 'direct' }];
    });
  }

  /** The surest statement, of those that name the principal in one of these ways. */
  surest(...directness: readonly Directness[]): Finding {
    const named = this.hits.filter((hit) => directness.length === 0 || directness.includes(hit.directness));
    return named.find((hit) => hit.truth === 'yes') ?? named[0] ?? { truth: 'no' };
  }
}
