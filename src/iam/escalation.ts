import type { Verdict } from './evaluate';
import { can } from './permission-paths';
import { rolePolicies } from './role-policies';
import type { Statement } from './statement';
import { startingActions } from './telling-actions';
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

interface Takeover {
  readonly actions: readonly string[];
  /** The property with the role that the resource runs as. @default - the resource itself is the identity */
  readonly role?: string;
}

/**
 * By type: what to do to a resource to act as it, or as the role that it runs as.
 *
 * @see https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
 */
const takeovers: Readonly<Record<string, Takeover>> = {
  'AWS::IAM::Role': { actions: ['sts:AssumeRole', 'iam:UpdateAssumeRolePolicy'] },
  'AWS::IAM::User': { actions: ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'] },
  'AWS::Lambda::Function': {
    actions: ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
    role: 'Role',
  },
  'AWS::StepFunctions::StateMachine': { actions: ['states:UpdateStateMachine'], role: 'RoleArn' },
  'AWS::CodeBuild::Project': {
    actions: ['codebuild:StartBuild', 'codebuild:StartBuildBatch', 'codebuild:UpdateProject'],
    role: 'ServiceRole',
  },
  'AWS::Glue::Job': { actions: ['glue:UpdateJob'], role: 'Role' },
};

/** By type: what to do to an identity, or to a policy that it has, to write its permissions. */
const rewrites: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': ['iam:AttachRolePolicy', 'iam:DeleteRolePermissionsBoundary', 'iam:PutRolePolicy'],
  'AWS::IAM::User': ['iam:AttachUserPolicy', 'iam:DeleteUserPermissionsBoundary', 'iam:PutUserPolicy'],
  'AWS::IAM::Group': ['iam:AddUserToGroup', 'iam:AttachGroupPolicy', 'iam:PutGroupPolicy'],
  'AWS::IAM::ManagedPolicy': ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
};

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
    return Object.entries(takeovers).flatMap(([type, { actions, role }]) =>
      this.app.ofType(type).flatMap((on) => {
        const gains = role === undefined ? on : this.roleIn(on.read(role));
        if (!gains || gains === this.from) return [];
        return actions.flatMap((action) => this.step([action], on, gains));
      }),
    );
  }

  /** Of its own policies, or of those of others: both are permissions of its own choice. */
  rewrites(): readonly EscalationStep[] {
    return Object.entries(rewrites).flatMap(([type, actions]) =>
      this.app.ofType(type).flatMap((on) => actions.flatMap((action) => this.step([action], on, undefined))),
    );
  }

  /** Passing a role to something new that runs with it, where the role trusts the service. */
  passes(): readonly EscalationStep[] {
    if (!this.may('iam:PassRole')) return [];
    const starting = startingActions.filter((action) => this.may(action));
    return this.app.ofType('AWS::IAM::Role').flatMap((role) =>
      starting.flatMap((action) => {
        if (role === this.from || !trusts(role, action.split(':')[0])) return [];
        return this.step(['iam:PassRole', action], role, role);
      }),
    );
  }

  private step(actions: readonly string[], on: Resource, gains: Resource | undefined): readonly EscalationStep[] {
    if (!actions.every((action) => this.may(action))) return [];
    const verdict = can(this.app, this.from, actions[0], on, { openContext: true });
    return verdict.decision === 'denied' ? [] : [{ from: this.from, actions, on, gains, verdict }];
  }

  /** Whether it is worth asking. */
  private may(action: string): boolean {
    return this.unread || this.allowing.some((statement) => statement.matchesAction(action) !== 'no');
  }

  private roleIn(value: Value): Resource | undefined {
    return value.targets.find((target) => target.is('AWS::IAM::Role'));
  }
}

/** What starts something with a role, by the service that then assumes it; `ec2` is who runs what `ec2` starts. */
const runs: Readonly<Record<string, readonly string[]>> = {
  apprunner: ['tasks.apprunner', 'build.apprunner'],
  ecs: ['ecs-tasks'],
};

function trusts(role: Resource, service: string): boolean {
  const names = (Object.hasOwn(runs, service) ? runs[service] : [service]).map((name) => `${name}.`);
  const trusted = role.read('AssumeRolePolicyDocument.Statement').items.flatMap((statement) => {
    const principal = statement.read('Principal');
    return statement.read('Effect').is('Deny')
      ? []
      : principal.isObject
        ? principal.read('Service').items
        : [principal];
  });
  return trusted.some(
    ({ text, isUnknown }) => isUnknown || text === '*' || names.some((name) => text?.startsWith(name)),
  );
}
