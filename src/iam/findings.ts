import type { NamedPolicy } from './policies';
import type { ByDirectness, Directness } from './principal-element';
import type { Request } from './request';
import type { RequestContext } from './request-context';
import type { Statement } from './statement';
import { both, either } from './truth';
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
  readonly applies: ByDirectness;
  /** Whether it has the effect that is asked for. */
  readonly counts: Truth;
}

const unreadable: ByDirectness = { direct: 'unknown', role: 'no', account: 'no' };
const anyDirectness: readonly Directness[] = ['direct', 'role', 'account'];

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
    const hits: Hit[] = [];
    for (const policy of policies) {
      for (const statement of policy.document.statements) {
        if (statement.effect !== effect && statement.effect !== undefined) continue;
        const applies = statement.applies(request, context, hasBoundary);
        if (applies.direct === 'no' && applies.role === 'no' && applies.account === 'no') continue;
        hits.push({ policy, statement, applies, counts: statement.effect === undefined ? 'unknown' : 'yes' });
      }
      if (policy.document.because !== undefined) hits.push({ policy, applies: unreadable, counts: 'unknown' });
    }
    this.hits = hits;
  }

  /** The surest statement, of those that name the principal in one of these ways. */
  surest(directness: readonly Directness[] = anyDirectness): Finding {
    let open: Finding | undefined;
    for (const { policy, statement, applies, counts } of this.hits) {
      let named: Truth = 'no';
      for (const one of directness) named = either(named, applies[one]);
      const truth = both(counts, named);
      if (truth === 'yes') return { policy, statement, truth };
      if (truth === 'unknown') open ??= { policy, statement, truth };
    }
    return open ?? { truth: 'no' };
  }
}
