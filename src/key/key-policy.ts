import type { IResolvable, IResolveContext } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { narrowKeyActions } from './key-actions';
import { withoutReferences } from './service-conditions';

/**
 * A key policy as it is written into the template, whichever way its statements arrived.
 *
 * The L2s let a service use the key by naming the topic or the bucket that it works for, and that topic or bucket is
 * encrypted with the key: CloudFormation can create neither first. Statements are rewritten when the policy is read,
 * because grants add to the document behind `addToResourcePolicy`.
 */
export class KeyPolicy implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(
    private readonly key: IConstruct,
    private readonly written: iam.PolicyDocument,
  ) {}

  public resolve(context: IResolveContext): unknown {
    const statements = statementsOf(this.written).map((statement) => narrowed(this.key, statement));
    return context.resolve(new iam.PolicyDocument({ statements: withoutRepetitions(this.key, statements) }));
  }

  public toString(): string {
    return JSON.stringify(Stack.of(this.key).resolve(this));
  }
}

function statementsOf(document: iam.PolicyDocument): iam.PolicyStatement[] {
  return (document as unknown as { readonly statements: iam.PolicyStatement[] }).statements;
}

/**
 * Without what the L2s write for the account itself, such as the use of the key through Secrets Manager, where another
 * statement leaves the whole key to it: it allows nobody anything, and there is room for 32 KB.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam
 */
function withoutRepetitions(key: IConstruct, statements: readonly iam.PolicyStatement[]): iam.PolicyStatement[] {
  const stack = Stack.of(key);
  const written = statements.map((statement) => stack.resolve(statement.toStatementJson()) as StatementJson);
  const account = JSON.stringify(
    stack.resolve(new iam.AccountPrincipal(stack.account).policyFragment.principalJson.AWS[0]),
  );
  const isForAccount = ({ Effect, Principal }: StatementJson) =>
    Effect === 'Allow' && typeof Principal === 'object' && JSON.stringify(Principal) === `{"AWS":${account}}`;
  const whole = written.find((one) => isForAccount(one) && one.Action === 'kms:*' && one.Condition === undefined);
  return statements.filter((_, at) => !whole || written[at] === whole || !isForAccount(written[at]));
}

function narrowed(key: IConstruct, statement: iam.PolicyStatement): iam.PolicyStatement {
  if (statement.effect !== iam.Effect.ALLOW) return statement.copy();
  const json = statement.toStatementJson() as StatementJson;
  return new iam.PolicyStatement({
    sid: statement.sid,
    effect: statement.effect,
    actions: narrowKeyActions(statement.actions, servicesIn(json)),
    notActions: statement.notActions,
    notPrincipals: statement.notPrincipals,
    principals: json.Principal === undefined ? [] : [new WrittenPrincipal(json.Principal)],
    resources: statement.resources,
    notResources: statement.notResources,
    conditions: withoutReferences(key, json),
  });
}

/** The part of a statement that this room reads, with tokens in it. */
export interface StatementJson {
  readonly Effect?: string;
  readonly Action?: string | string[];
  readonly Principal?: string | Record<string, string | string[]>;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** The principals without the conditions that they came with: those stand in the statement already. */
class WrittenPrincipal extends iam.PrincipalBase {
  public readonly policyFragment: iam.PrincipalPolicyFragment;

  constructor(principal: string | Record<string, string | string[]>) {
    super();
    this.policyFragment = new iam.PrincipalPolicyFragment(
      typeof principal === 'string'
        ? { LiteralString: [principal] }
        : Object.fromEntries(Object.entries(principal).map(([kind, names]) => [kind, [names].flat()])),
    );
  }

  public dedupeString(): string {
    return JSON.stringify(this.policyFragment.principalJson);
  }
}

/** Through which services alone the statement lets somebody use the key. */
function servicesIn({ Condition: { StringEquals: equal = {} } = {} }: StatementJson): string[] {
  const services = [equal['kms:ViaService'] ?? []].flat();
  return services.map((service) => String(service).split('.')[0]);
}
