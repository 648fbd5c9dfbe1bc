import { Annotations, CfnResource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { BundleCalls } from './bundle/bundle-calls';
import type { Missing, NeverCalled } from './compare';
import type { RoleGrants } from './granted-statements';
import { StageResources } from './granted-statements';
import { PermissionsCheck } from './permissions-check';
import { callsOfShipped } from './shipped-bundle';
import { usedElsewhere } from './used-elsewhere';
import type { Violations } from '../enforced/stage-watch';
import { byOwner, StageWatch } from '../enforced/stage-watch';

const WATCHED = Symbol.for('cdk-secure-serverless.permissions');

interface Watched {
  readonly fn: lambda.Function;
  readonly resource: lambda.CfnFunction;
  readonly role: iam.IRole;
  readonly check: PermissionsCheck;
}

/** Compares what the code of a function calls with what its role is granted, when all is known. */
export function watchPermissions(
  fn: lambda.Function,
  resource: lambda.CfnFunction,
  role: iam.IRole,
  check: PermissionsCheck = PermissionsCheck.WARN,
): void {
  if (check._mode === 'off' || !Stack.of(fn).bundlingRequired) return;
  StageWatch.of<Watched>(fn, WATCHED, violations).add(fn, { fn, resource, role, check });
}

function violations(stage: IConstruct, watched: readonly Watched[]): Violations {
  const read = watched.flatMap((one) => {
    const calls = callsOfShipped(one.fn, one.resource);
    return calls ? [{ ...one, calls }] : [];
  });
  if (read.length === 0) return new Map();
  const resources = new StageResources(stage);
  const roles = new Map(read.map(({ role }) => [addressOf(role), { role, name: nameOf(role) }]));
  const grants = resources.grantsTo(roles);
  const elsewhere = usedElsewhere(resources, read);
  return byOwner(
    read.flatMap((one) => {
      const told = judge(one, grants.get(addressOf(one.role))!, one.calls, elsewhere.get(one.resource)!);
      return told.map((sentence) => [one.fn, sentence] as const);
    }),
  );
}

function judge(
  { resource, role, check }: Watched,
  grants: RoleGrants,
  calls: BundleCalls,
  { actions, unread }: { readonly actions: readonly string[]; readonly unread: readonly string[] },
): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { missing, neverCalled } = require('./compare') as typeof import('./compare');
  const all: BundleCalls = { ...calls, unread: [...calls.unread, ...unread.map((because) => ({ because }))] };
  if (all.unread.length > 0) tellUnread(resource, all);

  const unused = neverCalled(grants.statements, all, [...actions, ...check._exceptions]);
  const isKnownRole = grants.isComplete && isMadeHere(role);
  const excepted = { origin: '', actions: check._exceptions };
  const lacking = isKnownRole ? missing([...grants.statements, ...grants.ofResources, excepted], all) : [];

  const told = [
    ...byService(unused).map(
      ([service, list]) => [`permission-never-called:${service}`, neverCalledText(list)] as const,
    ),
    ...byService(lacking).map(([service, list]) => [`permission-missing:${service}`, missingText(list)] as const),
  ];
  if (check._mode === 'enforce') return told.map(([id, sentence]) => `${sentence} (${id})`);
  // Below the function: what is said this late, core looks for acknowledgements of only further up.
  for (const [id, sentence] of told) Annotations.of(resource).addWarningV2(`cdk-secure-serverless:${id}`, sentence);
  return [];
}

function tellUnread(resource: IConstruct, { unread }: BundleCalls): void {
  const reasons = [...new Set(unread.map(({ because }) => because))];
  const shown = reasons.slice(0, 3).join('; it ');
  const more = reasons.length > 3 ? `; and ${reasons.length - 3} more` : '';
  Annotations.of(resource).addInfoV2(
    'cdk-secure-serverless:permissions-unread',
    `not all calls of the code can be told from its bundle, which ${shown}${more}: of the services concerned no permission is called unused`,
  );
}

function neverCalledText(list: readonly NeverCalled[]): string {
  return list
    .map(({ actions, origin, places, called }) => {
      const instead =
        called.length > 0
          ? `grant only what it calls, ${quoted(called)}`
          : 'remove the grant, it serves nobody but an attacker';
      return `the code never calls ${quoted(actions)}, granted by ${origin}${at(places)}: ${instead}`;
    })
    .join('; ');
}

/** The lines of the user's code, where they are known. */
function at(places: readonly string[]): string {
  const shown = places.slice(0, 3).join(', ');
  return places.length === 0 ? '' : ` (${shown}${places.length > 3 ? ` and ${places.length - 3} more` : ''})`;
}

function missingText(list: readonly Missing[]): string {
  return list
    .map(({ service, operation, oneOf }) => {
      const call = oneOf.includes(`${service}:${operation}`) ? '' : ` ('${operation}')`;
      return `the code calls ${quoted(oneOf, ' or ')}${call}, which nothing in this app grants it: grant it, or the call is denied`;
    })
    .join('; ');
}

function quoted(names: readonly string[], last = ' and '): string {
  const all = names.map((name) => `'${name}'`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')}${last}${all[all.length - 1]}`;
}

function byService<T extends { readonly service: string }>(list: readonly T[]): (readonly [string, readonly T[]])[] {
  return [...new Set(list.map(({ service }) => service))].map((service) => [
    service,
    list.filter((one) => one.service === service),
  ]);
}

function addressOf(role: iam.IRole): string {
  const made = role.node.defaultChild;
  return (made && CfnResource.isCfnResource(made) ? made : role).node.addr;
}

/** Of a role of somebody else the app does not have all policies. */
function isMadeHere(role: iam.IRole): boolean {
  const made = role.node.defaultChild;
  return made !== undefined && CfnResource.isCfnResource(made) && made.cfnResourceType === 'AWS::IAM::Role';
}

function nameOf(role: iam.IRole): string | undefined {
  const name: unknown = Stack.of(role).resolve(role.roleName);
  return typeof name === 'string' ? name : undefined;
}
