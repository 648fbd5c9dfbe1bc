import { App, type CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { GrantRow } from './row';
import type { Origin, Setting, Subject, SubjectName } from './subjects';
import { subjects } from './subjects';
import { arnFormats } from '../../../src/facts/arn-formats';
import { SecureKey } from '../../../src/key/secure-key';
import { flatten } from '../../../src/role/object-wildcards';
import { ScopedRole } from '../../../src/role/scoped-role';
import { Application } from '../../../src/template';

/** A role that was granted something, and what came of it. */
export interface Granted {
  readonly app: Application;
  readonly rolePath: string;
  /** The construct paths of what is in the templates and has a known ARN, by the names of the table. */
  readonly paths: Readonly<Record<string, string>>;
  readonly hasKey: boolean;
  /** `s3:GetObject on bucket/*`, sorted, of all allowing statements of the role. */
  readonly pairs: readonly string[];
}

/** What is granted, to a role of its own. */
export interface RowGrant {
  /** As the table names it: `s3.BucketBase.grantRead`. */
  readonly grant: string;
  readonly row: GrantRow;
}

export interface Batch {
  readonly of: SubjectName;
  readonly origin: Origin;
  readonly context: object;
}

/**
 * What came of a grant: an error, or nothing where there is no such subject of that origin, or where it does not have the grant.
 */
export type Outcome = Granted | Error | undefined;

/**
 * Grants things of one subject, each to a role of its own, and reads the policies of the roles in the synthesized template: one
 * synthesis for all of them, or for each where they cannot be synthesized together.
 */
export function grantedOf(batch: Batch, grants: readonly RowGrant[]): ReadonlyMap<RowGrant, Outcome> {
  try {
    return synthesized(batch, grants);
  } catch (error) {
    if (grants.length === 1) return new Map([[grants[0], error as Error]]);
    return new Map(grants.flatMap((each) => [...grantedOf(batch, [each])]));
  }
}

function synthesized({ of, origin, context }: Batch, grants: readonly RowGrant[]): ReadonlyMap<RowGrant, Outcome> {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  // The L2 names the customer key of a global table only where it knows the region.
  const env = of.startsWith('tableV2') ? { account: '111122223333', region: 'eu-west-1' } : undefined;
  const stack = new Stack(app, 'Stack', { env });
  const scope = origin === 'of another stack' ? new Stack(app, 'Other', { env }) : stack;
  const key = keyOf(origin, scope);
  const subject = (subjects[of] as (setting: Setting) => Subject | undefined)({ origin, scope, key });
  const outcomes = new Map<RowGrant, Outcome>();
  if (!subject) return outcomes;

  const roles = new Map<RowGrant, ScopedRole>();
  grants.forEach((each, index) => {
    if (!isGranting(each, subject.construct)) return;
    const role = new ScopedRole(stack, `Role${index}`);
    try {
      call(each.grant, each.row, subject.construct, role);
      roles.set(each, role);
    } catch (error) {
      outcomes.set(each, error as Error);
    }
  });
  if (roles.size === 0) return outcomes;
  const assembly = app.synth();
  const application = Application.load([assembly.directory]);
  const arns = { ...(key && { key: key.keyArn }), ...subject.arns };
  const template = assembly.getStackByName('Stack').template as Template;
  const [paths, names] = [pathsOf(arns), namesOf(stack, arns)];
  for (const [each, role] of roles) {
    const rolePath = `${role.node.path}/Resource`;
    const pairs = pairsOf(template, stack.resolve(role.roleName), names);
    outcomes.set(each, { app: application, rolePath, paths, hasKey: 'key' in arns, pairs });
  }
  return outcomes;
}

type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** What was imported may lack some of the methods of what is defined. */
function isGranting({ grant }: RowGrant, construct: unknown): boolean {
  const [, type, method] = grant.split('.');
  if (construct === undefined || /Grants$/.test(type)) return true;
  return method in (construct as object);
}

function call(grant: string, row: GrantRow, construct: unknown, role: ScopedRole): void {
  const [module, type, method] = grant.split('.');
  const args = typeof row.with === 'function' ? row.with(construct) : (row.with ?? []);
  const grantee = row.asPrincipal?.(role) ?? role;
  const types = jest.requireActual<Readonly<Record<string, Methods>>>(`aws-cdk-lib/aws-${module}`);
  const on = construct === undefined ? types[type] : /Grants$/.test(type) ? facade(types, type, construct) : construct;
  (on as Methods)[method](grantee, ...args);
}

/** That of the resource, or where it was imported and has none, the one that is made for it. */
function facade(types: Readonly<Record<string, Methods>>, type: string, construct: unknown): unknown {
  const own = construct as { readonly grants?: unknown; readonly streamGrants?: unknown };
  if (type === 'StreamGrants') {
    const { tableStreamArn, encryptionKey } = construct as Record<string, unknown>;
    const make = types[type] as unknown as new (props: object) => unknown;
    return own.streamGrants ?? new make({ table: construct, tableStreamArn, encryptionKey });
  }
  const factory = Object.getOwnPropertyNames(types[type]).find((name) => name.startsWith('from'))!;
  return own.grants ?? types[type][factory](construct);
}

function keyOf(origin: Origin, scope: Stack): kms.IKey | undefined {
  if (origin === 'raw') return undefined;
  if (origin === 'secure') return new SecureKey(scope, 'Key');
  if (origin === 'imported') {
    return kms.Key.fromKeyArn(scope, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/imported');
  }
  return new kms.Key(scope, 'Key');
}

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties: unknown }>>;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function pathsOf(arns: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(arns).flatMap(([name, arn]) => {
      const parts = Tokenization.reverseString(arn);
      const [token] = parts.tokens;
      if (parts.length !== 1 || !Reference.isReference(token)) return [];
      const { target, displayName } = token;
      const { arns: known = ['Arn'] } = arnFormats[(target as CfnResource).cfnResourceType] ?? { arns: [] };
      return known.includes(displayName) ? [[name, target.node.path]] : [];
    }),
  );
}

/** The texts that ARNs have in the template, longest first, with their names. */
function namesOf(stack: Stack, arns: Readonly<Record<string, string>>): [text: string, name: string][] {
  return Object.entries(arns)
    .map<[string, string]>(([name, arn]) => [flatten(stack.resolve(arn)), name])
    .sort(([a], [b]) => b.length - a.length);
}

function pairsOf(template: Template, roleName: unknown, names: readonly [string, string][]): string[] {
  const named = (resource: unknown) => {
    const text = flatten(resource);
    const [found] = names.filter(([arn]) => text.startsWith(arn));
    return found ? found[1] + text.slice(found[0].length) : text;
  };
  return Object.values(template.Resources ?? {})
    .filter(({ Type }) => /^AWS::IAM::(Policy|ManagedPolicy)$/.test(Type))
    .flatMap(({ Properties }) => Properties as { Roles?: unknown[]; PolicyDocument: { Statement: Statement[] } })
    .filter(({ Roles }) => JSON.stringify(Roles) === JSON.stringify([roleName]))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource, Condition }) =>
      [Action]
        .flat()
        .flatMap((action) =>
          [Resource].flat().map((resource) => `${action} on ${named(resource)}${inWords(Condition)}`),
        ),
    )
    .sort();
}

function inWords(condition: Statement['Condition']): string {
  if (!condition) return '';
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => `${operator} ${key} ${flatten(value)}`),
  );
  return ` if ${tests.join(' and ')}`;
}
