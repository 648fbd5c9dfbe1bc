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

/** Something of one origin, and what is granted of it. */
export interface Batch {
  readonly of: SubjectName;
  readonly origin: Origin;
  readonly grants: readonly RowGrant[];
}

/**
 * What came of a grant: an error, or nothing where there is no such subject of that origin, or where it does not have the grant.
 */
export type Outcome = Granted | Error | undefined;

/** By what was granted, of each batch. */
export type Outcomes = ReadonlyMap<Batch, ReadonlyMap<RowGrant, Outcome>>;

/**
 * Grants each thing to a role of its own and reads the policies of the roles in the synthesized templates: in one app, but apart
 * where an error is expected, which may be one of synthesis.
 */
export function grantedOf(batches: readonly Batch[], context: object): Outcomes {
  const isToFail = ({ row }: RowGrant, origin: Origin) => row.but?.[origin] instanceof RegExp;
  const together = batches.map((batch) => ({
    ...batch,
    grants: batch.grants.filter((each) => !isToFail(each, batch.origin)),
  }));
  const outcomes = synthesized(together, context);
  return new Map(
    batches.map((batch, index) => {
      const failing = batch.grants.filter((each) => isToFail(each, batch.origin));
      const apart = failing.map((each) => [each, failed({ ...batch, grants: [each] }, context)] as const);
      return [batch, new Map([...outcomes.get(together[index])!, ...apart])];
    }),
  );
}

function failed(batch: Batch, context: object): Outcome {
  try {
    return [...synthesized([batch], context).get(batch)!.values()][0];
  } catch (error) {
    return error as Error;
  }
}

function synthesized(batches: readonly Batch[], context: object): Outcomes {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const made = batches.map((batch, index) => grantAll(app, `${index}`, batch));
  const assembly = app.synth();
  const application = Application.load([assembly.directory]);
  return new Map(
    made.map(({ stack, arns, roles, errors }, index) => {
      const template = assembly.getStackByName(stack.stackName).template as Template;
      const [paths, names] = [pathsOf(arns), namesOf(stack, arns)];
      const granted = [...roles].map(([each, role]): [RowGrant, Outcome] => {
        const rolePath = `${role.node.path}/Resource`;
        const pairs = pairsOf(template, stack.resolve(role.roleName), names);
        return [each, { app: application, rolePath, paths, hasKey: 'key' in arns, pairs }];
      });
      return [batches[index], new Map<RowGrant, Outcome>([...errors, ...granted])];
    }),
  );
}

interface Made {
  readonly stack: Stack;
  readonly arns: Readonly<Record<string, string>>;
  readonly roles: ReadonlyMap<RowGrant, ScopedRole>;
  readonly errors: ReadonlyMap<RowGrant, Error>;
}

/** The grants of one subject, in a stack of their own. */
function grantAll(app: App, name: string, { of, origin, grants }: Batch): Made {
  // The L2 names the customer key of a global table only where it knows the region.
  const env = of.startsWith('tableV2') ? { account: '111122223333', region: 'eu-west-1' } : undefined;
  const stack = new Stack(app, `Stack${name}`, { env });
  const scope = origin === 'of another stack' ? new Stack(app, `Other${name}`, { env }) : stack;
  const key = keyOf(origin, scope);
  const subject = (subjects[of] as (setting: Setting) => Subject | undefined)({ origin, scope, key });
  const roles = new Map<RowGrant, ScopedRole>();
  const errors = new Map<RowGrant, Error>();
  if (!subject) return { stack, arns: {}, roles, errors };
  grants.forEach((each, index) => {
    if (!isGranting(each, subject.construct)) return;
    const role = new ScopedRole(stack, `Role${index}`);
    try {
      call(each.grant, each.row, subject.construct, role);
      roles.set(each, role);
    } catch (error) {
      errors.set(each, error as Error);
    }
  });
  return { stack, arns: { ...(key && { key: key.keyArn }), ...subject.arns }, roles, errors };
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
