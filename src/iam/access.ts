import { deployedArnOf, deployedText } from './deployed-text';
import { evaluate } from './evaluate';
import type { Verdict } from './evaluate';
import { isWholeAccount } from './home-account';
import { identityOf } from './permission-paths';
import type { NamedPolicy } from './policies';
import { PolicyDocument } from './policy-document';
import type { Principal } from './principal';
import { resourcePolicies } from './resource-policies';
import { rolePolicies } from './role-policies';
import { accessLevelOf, expandActions, resourceTypesFor } from '../facts/actions';
import type { AccessLevel } from '../facts/actions';
import { arnFormats } from '../facts/arn-formats';
import type { Application } from '../template/application';
import type { Resource } from '../template/resource';

/** Something that somebody may do to a resource. */
export interface Access {
  /** A role or user of the application, or how a policy names somebody else: `*`, an account, a service. */
  readonly who: Resource | string;
  readonly action: string;
  readonly accessLevel: AccessLevel | undefined;
  readonly to: Resource;
  /** Allowed, or unknown where it depends on a condition, or on what only the deployment decides. */
  readonly verdict: Verdict;
}

/** A policy of a bucket often denies what does not come through TLS; everybody can come through TLS. */
const context: Readonly<Record<string, string>> = { 'aws:SecureTransport': 'true' };

/**
 * Who can do what to a resource of the application: its roles and users, and whom the policy of the resource names.
 *
 * ```ts
 * const app = Application.load([{ path: 'cdk.out/Shop.template.json' }]);
 * for (const { who, action, verdict } of accessTo(app, bucket)) {
 *   // 'Reader', 's3:GetObject', { decision: 'allowed', because: 'statement 1 of a policy of … allows it' }
 * }
 * ```
 *
 * Where conditions of the templates fall out differently, this is about the world that is looked at, and outside of
 * one, what depends on a condition is unknown. Empty for types whose ARN is not known. What no template shows is not
 * counted: grants of KMS keys, which whoever uses a key makes at run time, policies of the organization, session
 * policies. Nor do the policies of VPC endpoints take anything away, because nobody has to come through one: what gets
 * through one is what {@link can} says with `through`.
 */
export function accessTo(app: Application, resource: Resource): readonly Access[] {
  if (!Object.hasOwn(arnFormats, resource.type)) return [];
  const onResource = resourcePolicies(resource);
  const subject = { resource, policies: onResource, arn: deployedArnOf(resource) };
  const identities = app.ofType('AWS::IAM::Role', 'AWS::IAM::User');
  const own = identities.flatMap((who) => accessBy(subject, who, identityOf(who), rolePolicies(who)));
  const known = new Set(identities.map((who) => arnOfPrincipal(identityOf(who))));
  const others = othersIn(onResource).filter(({ principal }) => !known.has(arnOfPrincipal(principal)));
  return [...own, ...others.flatMap(({ name, principal }) => accessBy(subject, name, principal, elsewhere))];
}

/** Who can do what to which resource of the application. */
export function accessWithin(app: Application): readonly Access[] {
  return app.resources.filter(({ exists }) => exists).flatMap((resource) => accessTo(app, resource));
}

interface Subject {
  readonly resource: Resource;
  readonly policies: readonly NamedPolicy[];
  readonly arn: string;
}

type OwnPolicies = ReturnType<typeof rolePolicies>;

function accessBy(
  { resource, policies, arn }: Subject,
  who: Resource | string,
  principal: Principal,
  own: OwnPolicies,
): readonly Access[] {
  const granting = [...(own === elsewhere ? [] : (own.identity ?? [])), ...policies];
  const statements = granting.flatMap(({ document }) => document.statements);
  const unread = granting.some(({ document }) => document.because !== undefined);
  const allowing = statements.filter(({ effect }) => effect !== 'Deny');
  if (allowing.length === 0 && !unread) return [];
  const below = allowing.flatMap(({ resources = [] }) => resources.map((term) => term.toString()));
  const places = [arn, ...new Set(below.filter((text) => text.startsWith(`${arn}/`)).map(anExample)), `${arn}/x`];
  const account = deployedText('${AWS::AccountId}', resource.template);
  return actionsOn(resource).flatMap((action) => {
    if (!unread && !allowing.some((statement) => statement.matchesAction(action) !== 'no')) return [];
    const verdicts = places
      .filter((place) => resourceTypesFor(action, place).length > 0)
      .map((place) =>
        evaluate(
          {
            principal,
            action,
            resource: place,
            // Somebody outside needs what the policy of the resource says, as if from another account.
            resourceAccount: own === elsewhere ? '${AnotherAccount}' : account,
            context: { ...context, 'aws:ResourceAccount': account },
            openContext: true,
          },
          { ...own, resource: policies },
        ),
      );
    const verdict =
      verdicts.find(({ decision }) => decision === 'allowed') ??
      verdicts.find(({ decision }) => decision === 'unknown');
    return verdict ? [{ who, action, accessLevel: accessLevelOf(action), to: resource, verdict }] : [];
  });
}

const actionsByFormat = new Map<string, readonly string[]>();

/** Actions that can be limited to a resource of that type, or to something below it. */
function actionsOn({ type }: Resource): readonly string[] {
  let actions = actionsByFormat.get(type);
  if (!actions) {
    const arn = arnFormats[type].format.replace('<name>', 'x');
    const service = arn.split(':')[4];
    actions = [service, ...(type === 'AWS::IAM::Role' ? ['sts'] : [])]
      .flatMap((one) => expandActions(`${one}:*`))
      .filter((action) => [arn, `${arn}/x`].some((place) => resourceTypesFor(action, place).length > 0));
    actionsByFormat.set(type, actions);
  }
  return actions;
}

/** Something that a pattern stands for. */
function anExample(pattern: string): string {
  return pattern.replace(/[*?]/g, 'x');
}

interface Other {
  readonly name: string;
  readonly principal: Principal;
}

/** Whom the statements of a policy allow something by name. */
function othersIn(policies: readonly NamedPolicy[]): readonly Other[] {
  const others = new Map<string, Other>();
  for (const { effect, principal, notPrincipal } of policies.flatMap(({ document }) => document.statements)) {
    if (effect === 'Deny') continue;
    if (notPrincipal) others.set('*', { name: '*', principal: { kind: 'anonymous' } });
    for (const { type, term } of principal?.named ?? []) {
      const name = term.toString();
      others.set(`${type} ${name}`, { name, principal: principalNamed(type, name) });
    }
  }
  return [...others.values()];
}

function principalNamed(type: string, name: string): Principal {
  if (type === 'Service') return { kind: 'service', name };
  if (type === 'Federated') return { kind: 'federated', provider: name };
  if (type === 'CanonicalUser') return { kind: 'root', account: name, canonicalUser: name };
  if (isWholeAccount(name)) return { kind: 'root', account: /(\d{12}|\$\{AWS::AccountId\})/.exec(name)?.[1] ?? name };
  if (name.includes(':user/')) return { kind: 'user', arn: name };
  return name.startsWith('arn:') ? { kind: 'role', arn: name } : { kind: 'anonymous' };
}

/** What somebody outside of the application may do by its own policies is for its own account to say. */
const elsewhere: OwnPolicies = {
  identity: [
    {
      name: 'what its own account allows it',
      document: PolicyDocument.of({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
    },
  ],
};

function arnOfPrincipal(principal: Principal): string | undefined {
  return principal.kind === 'role' || principal.kind === 'user' ? principal.arn : undefined;
}
