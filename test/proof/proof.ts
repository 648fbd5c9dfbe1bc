import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { attacks } from './attacks';
import { addBystanders } from './bystanders';
import type { Context, Request, Subject } from './request';
import { SecureFunction } from '../../src';

import { arnOf, can, evaluate, roleOf } from '../../src/iam';
import type { Verdict } from '../../src/iam';
import { deployedText } from '../../src/iam/deployed-text';
import { identityOf } from '../../src/iam/permission-paths';
import { referenceText } from '../../src/iam/reference-text';
import { rolePolicies } from '../../src/iam/role-policies';
import { Application } from '../../src/template';
import type { Resource } from '../../src/template';
import { Reference } from '../../src/template/resolved';

/** A request with what came of it. */
export interface Answer {
  readonly request: Request;
  readonly verdict: Verdict;
}

/** What came of an attack. */
export interface AttackAnswer extends Answer {
  readonly attack: string;
  readonly isOnBystander: boolean;
}

const stackName = 'Proof';

/** `<Bucket>`, `<Table:Ref>`. */
const placeholder = /<([\w/.-]+)(?::(\w+))?>/g;

const tls: Context = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

/**
 * What stands in every request of the code, which Lambda and not the code says.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
const ofCode: Context = { ...tls, 'lambda:SourceFunctionArn': '<Fn>' };

/** Whose role is granted something. */
export type Grantee = 'function' | 'raw role' | 'raw role of another stack';

/** An app with the subject among bystanders, synthesized, and asked by the evaluator. */
export class Proof {
  private readonly app: Application;
  private readonly role: Resource;
  private attacked?: readonly AttackAnswer[];

  constructor(
    private readonly subject: Subject,
    context?: Record<string, unknown>,
    grantee: Grantee = 'function',
  ) {
    const app = new App({ context });
    const stack = new Stack(app, stackName, { env: { account: '111122223333', region: 'eu-west-1' } });
    addBystanders(stack);
    const fn = new SecureFunction(stack, 'Fn', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
    });
    const role = grantee === 'function' ? (fn.role as iam.Role) : rawRole(app, stack, grantee);
    subject.make({ stack, fn, role });
    this.app = Application.load([app.synth().directory]);
    this.role = grantee === 'function' ? roleOf(this.find('Fn'))! : this.find(role.node.path.replace(/^Proof\//, ''));
  }

  ask(request: Request): Answer {
    const { action, on, below } = request;
    const who = this.who(request);
    const context = this.contextOf({ ...(who === this.role ? ofCode : tls), ...request.context });
    const through = request.through === undefined ? undefined : this.find(request.through);
    const target = this.tryFind(on);
    if (target) return { request, verdict: can(this.app, who, action, target, { below, context, through }) };

    if (typeof who === 'string') throw new Error(`${this.subject.proves}: nothing with the id '${on}' in the stack`);
    const text = (value: string) => deployedText(this.text(value), who.template);
    const resource = text(on + (below ?? ''));
    const resourceAccount = text('${AWS::AccountId}');
    const principal = identityOf(who);
    return { request, verdict: evaluate({ principal, action, resource, resourceAccount, context }, rolePolicies(who)) };
  }

  private who({ by }: Request): Resource | string {
    if (by === undefined) return this.role;
    const role = /^<(.+)>$/.exec(by)?.[1];
    return role === undefined ? by : this.find(role);
  }

  /** Each attack on each resource that it can be tried on. */
  attack(): readonly AttackAnswer[] {
    const possible = attacks.filter(({ context }) => this.hasAll(context));
    this.attacked ??= possible.flatMap(({ name, actions, on, ...rest }) =>
      this.targets(on).flatMap((target) =>
        actions.map((action) => ({
          attack: name,
          isOnBystander: /^Other/.test(target),
          ...this.ask({ action, on: target, ...rest }),
        })),
      ),
    );
    return this.attacked;
  }

  private targets(on: string): readonly string[] {
    if (!on.startsWith('AWS::')) return [on];
    return this.app.ofType(on).map((resource) => this.idOf(resource));
  }

  /** The path below the stack. */
  private idOf({ constructPath = '', logicalId }: Resource): string {
    return constructPath.replace(new RegExp(`^${stackName}/`), '').replace(/\/Resource$/, '') || logicalId;
  }

  private tryFind(id: string): Resource | undefined {
    return this.app.resources.find((resource) => this.idOf(resource) === id);
  }

  private find(id: string): Resource {
    const found = this.tryFind(id);
    if (!found) throw new Error(`${this.subject.proves}: nothing with the id '${id}' in the stack`);
    return found;
  }

  private contextOf(context: Context = {}): Record<string, string | string[]> {
    return Object.fromEntries(
      Object.entries(context).map(([key, value]) => [
        key,
        typeof value === 'string' ? this.text(value) : value.map((each) => this.text(each)),
      ]),
    );
  }

  /** Whether everything that the context names is there. */
  private hasAll(context: Context = {}): boolean {
    const ids = Object.values(context)
      .flat()
      .flatMap((value) => [...value.matchAll(placeholder)].map(([, id]) => id));
    return ids.every((id) => this.tryFind(id) !== undefined);
  }

  private text(value: string): string {
    return value.replace(placeholder, (_, id: string, attribute?: string) =>
      attribute ? referenceText(new Reference(this.find(id), attribute)) : arnOf(this.find(id)),
    );
  }
}

function rawRole(app: App, stack: Stack, grantee: Grantee): iam.Role {
  const { account, region } = stack;
  const scope = grantee === 'raw role' ? stack : new Stack(app, 'Roles', { env: { account, region } });
  return new iam.Role(scope, 'RawRole', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
}

/** An answer in one line, for a list of those that are wrong. */
export function describeAnswer({ request, verdict }: Answer): string {
  const where = `${request.on}${request.below ?? ''}`;
  return `${request.action} on ${where}: ${verdict.decision}, because ${verdict.because}`;
}
