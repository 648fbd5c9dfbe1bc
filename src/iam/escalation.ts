import type { Verdict } from './evaluate';
import { can } from './permission-paths';
import { rolePolicies } from './role-policies';
import type { Statement } from './statement';
import { removals, rewrites, takeovers } from './takeovers';
import { startingActions, whoAssumes } from './telling-actions';
import type { Application } from '../template/application';
import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

/** A step from the permissions of one identity to those of another, or to permissions of its own choice. */
export interface EscalationStep {
  readonly from: Resource;
  /** What it does: `lambda:UpdateFunctionCode`, or `iam:PassRole` with what starts something. */
  readonly actions: readonly string[];
  /** What it does that to. */
  readonly on: Resource;
  /** The identity whose permissions it has then; `undefined` where it chooses the permissions itself. */
  readonly gains?: Resource;
  readonly verdict: Verdict;
}

/**
 * Every step with which a role or user of the application gets permissions that nobody gave it, by the policies that
 * the application deploys.
 *
 * The rule `iam-privesc` tells of statements about *all* identities and functions; this follows those about one.
 */
export function escalationSteps(app: Application): readonly EscalationStep[] {
  return app.ofType('AWS::IAM::Role', 'AWS::IAM::User').flatMap((from) => {
    const steps = new Steps(app, from);
    return [...steps.takeovers(), ...steps.rewrites(), ...steps.passes()];
  });
}

/** The shortest ways over several steps, each from another identity; the last step of a way is what it reaches. */
export function escalationPaths(app: Application): readonly (readonly EscalationStep[])[] {
  const byStart = new Map<Resource, EscalationStep[]>();
  for (const step of escalationSteps(app)) byStart.set(step.from, [...(byStart.get(step.from) ?? []), step]);
  return [...byStart.keys()].flatMap((start) => {
    const paths: (readonly EscalationStep[])[] = [];
    const seen = new Set<Resource>([start]);
    const open: (readonly EscalationStep[])[] = [[]];
    for (const path of open) {
      for (const step of byStart.get(path.at(-1)?.gains ?? start) ?? []) {
        if (step.gains && seen.has(step.gains)) continue;
        const longer = [...path, step];
        paths.push(longer);
        if (!step.gains) continue;
        seen.add(step.gains);
        open.push(longer);
      }
    }
    return paths;
  });
}

/** What one identity can do. */
class Steps {
  private readonly allowing: readonly Statement[];
  private readonly unread: boolean;

  constructor(
    private readonly app: Application,
    private readonly from: Resource,
  ) {
    const policies = rolePolicies(from).identity ?? [];
    this.allowing = policies.flatMap(({ document }) => document.statements).filter(({ effect }) => effect !== 'Deny');
    this.unread = policies.some(({ document }) => document.because !== undefined);
  }

  takeovers(): readonly EscalationStep[] {
    return Object.entries(takeovers).flatMap(([type, { ways, role }]) =>
      this.app.ofType(type).flatMap((on) => {
        const gains = role === undefined ? on : roleIn(on.read(role));
        if (!gains || gains === this.from) return [];
        return ways.flatMap((actions) => this.step(actions, on, gains));
      }),
    );
  }

  /** Of its own policies, or of those of others: both are permissions of its own choice. */
  rewrites(): readonly EscalationStep[] {
    const writing = Object.entries(rewrites).flatMap(([type, actions]) =>
      this.app.ofType(type).flatMap((on) => actions.flatMap((action) => this.step([action], on, undefined))),
    );
    const removing = Object.entries(removals).flatMap(([type, actions]) =>
      this.app
        .ofType(type)
        .filter(isDeniedSomething)
        .flatMap((on) => actions.flatMap((action) => this.step([action], on, undefined))),
    );
    return [...writing, ...removing];
  }

  /** Passing a role to something new that runs with it, where the role trusts the service. */
  passes(): readonly EscalationStep[] {
    if (!this.may('iam:PassRole')) return [];
    const starting = startingActions.filter((action) => this.may(action));
    return this.app
      .ofType('AWS::IAM::Role')
      .filter((role) => role !== this.from)
      .flatMap((role) => starting.flatMap((action) => this.pass(role, action)));
  }

  private pass(role: Resource, action: string): readonly EscalationStep[] {
    const verdicts = trustedAmong(role, whoAssumes(action)).map((service) =>
      can(this.app, this.from, 'iam:PassRole', role, {
        context: { 'iam:PassedToService': `${service}.amazonaws.com` },
        openContext: true,
      }),
    );
    const verdict = verdicts.find(({ decision }) => decision === 'allowed') ?? verdicts.find(isNotDenied);
    return verdict ? [{ from: this.from, actions: ['iam:PassRole', action], on: role, gains: role, verdict }] : [];
  }

  private step(actions: readonly string[], on: Resource, gains: Resource | undefined): readonly EscalationStep[] {
    if (!actions.every((action) => this.may(action))) return [];
    const verdicts = actions.map((action) => can(this.app, this.from, action, on, { openContext: true }));
    if (!verdicts.every(isNotDenied)) return [];
    const verdict = verdicts.find(({ decision }) => decision === 'unknown') ?? verdicts[0];
    return [{ from: this.from, actions, on, gains, verdict }];
  }

  /** Whether it is worth asking. */
  private may(action: string): boolean {
    return this.unread || this.allowing.some((statement) => statement.matchesAction(action) !== 'no');
  }
}

function isNotDenied({ decision }: Verdict): boolean {
  return decision !== 'denied';
}

/** Whether a policy of an identity denies it something, or may. */
function isDeniedSomething(identity: Resource): boolean {
  return (rolePolicies(identity).identity ?? []).some(
    ({ document }) => document.because === undefined && document.statements.some(({ effect }) => effect !== 'Allow'),
  );
}

/** The role that a property names, or that the instance profile has which it names. */
function roleIn(value: Value): Resource | undefined {
  const { targets } = value;
  const profile = targets.find((target) => target.is('AWS::IAM::InstanceProfile'));
  const roles = profile ? profile.read('Roles').items.flatMap((item) => item.targets) : targets;
  return roles.find((target) => target.is('AWS::IAM::Role'));
}

/** Those of the services, or of the identity providers, that a role trusts, or may. */
function trustedAmong(role: Resource, services: readonly string[]): readonly string[] {
  const trusted = role.read('AssumeRolePolicyDocument.Statement').items.flatMap((statement) => {
    const principal = statement.read('Principal');
    if (statement.read('Effect').is('Deny')) return [];
    return principal.isObject ? ['Service', 'Federated'].flatMap((type) => principal.read(type).items) : [principal];
  });
  return services.filter((service) =>
    trusted.some(({ text, isUnknown }) => isUnknown || text === '*' || text?.startsWith(`${service}.`)),
  );
}
