import { Aws, CfnResource, Reference, Stack, Token, TokenComparison, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { rootStackOf } from '../stack/root-stack';

const NAMED = Symbol.for('cdk-secure-serverless.named-principals');

/**
 * Who may get at the value of a secret, for a policy that denies it to everybody else.
 *
 * Roles of another stack are named by the name that CloudFormation gives them: by reference, their stack, which needs the
 * secret, and the stack of the secret would each need the other.
 */
export class NamedPrincipals {
  /** The principals of a secret that denies its value to everybody else, or `undefined`. */
  public static of(secret: IConstruct): NamedPrincipals | undefined {
    return (secret as unknown as Record<symbol, NamedPrincipals | undefined>)[NAMED];
  }

  private readonly principals = new Set<iam.IPrincipal>();
  private isWholeDeployment = false;

  constructor(private readonly secret: IConstruct) {
    this.attachTo(secret);
  }

  /** What stands for the secret, such as its attachment to a database, has the same principals. */
  public attachTo(secret: IConstruct): void {
    Object.defineProperty(secret, NAMED, { value: this, enumerable: false });
  }

  public add(principal: iam.IPrincipal): void {
    this.principals.add(principal);
  }

  /** Names the roles that CloudFormation makes below this deployment, where no template of the app says how they are called. */
  public addDeployment(): void {
    this.isWholeDeployment = true;
  }

  /** As `aws:PrincipalArn` is compared to them. */
  public arns(): string[] {
    const stack = Stack.of(this.secret);
    const arns = [...this.principals].flatMap((principal) => arnsOf(principal).map((arn) => this.nameOf(arn)));
    const root = `arn:${stack.partition}:iam::${stack.account}:root`;
    const made = this.isWholeDeployment ? [this.madeByCloudFormation(stack, 'role/')] : [];
    return [...new Set([root, ...deployersOf(stack), ...arns, ...made])];
  }

  /** The accounts that are let in at all. */
  public accounts(): string[] {
    const { account } = Stack.of(this.secret);
    const others = [...this.principals]
      .map(accountOf)
      .filter((other) => other !== undefined && !isSame(account, other));
    return [...new Set([account, ...others])] as string[];
  }

  private nameOf(arn: string): string {
    if (/:root$/.test(arn)) return arn.replace(/:root$/, ':*');
    const target = Token.isUnresolved(arn) ? targetOf(arn) : undefined;
    if (target === undefined) return arn;
    const stack = Stack.of(target);
    const isElsewhere = stack !== Stack.of(this.secret) && isSame(Stack.of(this.secret).account, stack.account);
    if (!isElsewhere) return arn;
    const { roleName, userName, path = '/' } = target as iam.CfnRole & iam.CfnUser;
    const kind = `${target.cfnResourceType === iam.CfnUser.CFN_RESOURCE_TYPE_NAME ? 'user' : 'role'}${path}`;
    const name = roleName ?? userName;
    return name === undefined || Token.isUnresolved(name)
      ? this.madeByCloudFormation(stack, kind, String(stack.resolve(target.logicalId)))
      : this.arnOf(`${kind}${name}`);
  }

  /**
   * CloudFormation puts a name together from stack, logical id and 12 random characters, and keeps at least the first 25
   * of either where that is too long; a nested stack is called so itself. It does not say so anywhere: fewer are relied upon.
   */
  private madeByCloudFormation(stack: Stack, kind: string, logicalId = ''): string {
    const { stackName } = rootStackOf(stack);
    const isWhole = logicalId !== '' && stack.nestedStackParent === undefined && stackName.length <= 20;
    const start = isWhole ? stackName : `${stackName.slice(0, 20)}*`;
    return this.arnOf(`${kind}${start}${logicalId === '' ? '' : `-${logicalId.slice(0, 20)}*`}`);
  }

  private arnOf(resource: string): string {
    const { partition, account } = Stack.of(this.secret);
    return `arn:${partition}:iam::${account}:${resource}`;
  }
}

/**
 * The role with which CloudFormation deploys the stack, which writes the value, reads it for dynamic references, and has
 * to be able to mend the policy.
 */
function deployersOf(stack: Stack): string[] {
  const role = (stack.synthesizer as { readonly cloudFormationExecutionRole?: string }).cloudFormationExecutionRole;
  return role === undefined ? [] : [withPseudoParameters(stack, role)];
}

/** Synthesizers write `${AWS::AccountId}` and the like, which nobody fills in for them here. */
function withPseudoParameters({ partition, account, region }: Stack, arn: string): string {
  return arn
    .replaceAll('${AWS::Partition}', partition)
    .replaceAll('${AWS::AccountId}', account)
    .replaceAll('${AWS::Region}', region);
}

/** Whether it can be told who it is: an organization, an identity provider or every role of an account is nobody by name. */
export function isSomebody(principal: iam.IPrincipal): boolean {
  const arns = arnsOf(principal);
  return arns.length > 0 ? !arns.some(isAnybody) : principal.policyFragment.principalJson.Service !== undefined;
}

/** `arn:aws:iam::*:role/Admin`, `arn:aws:iam::111122223333:role/*`. */
function isAnybody(arn: string): boolean {
  if (!arn.startsWith('arn:')) return false;
  const [, , , , account, ...resource] = arn.split(':');
  return /[*?]/.test(account) || /^(\w+\/)?[*?/]*$/.test(resource.join(':'));
}

function arnsOf(principal: iam.IPrincipal): string[] {
  const { accountId, wrapped } = principal as { readonly accountId?: string; readonly wrapped?: iam.IPrincipal };
  if (wrapped) return arnsOf(wrapped);
  // The L2 hides an account behind a token of its own.
  if (accountId !== undefined) return [`arn:${Aws.PARTITION}:iam::${accountId}:root`];
  return (principal.policyFragment.principalJson.AWS ?? []).filter((arn) => arn !== '*');
}

function accountOf(principal: iam.IPrincipal): string | undefined {
  const [arn = ''] = arnsOf(principal);
  return principal.principalAccount ?? (Token.isUnresolved(arn) ? undefined : arn.split(':')[4]);
}

function isSame(account: string, other: string): boolean {
  const comparison = Token.compareStrings(account, other);
  return comparison === TokenComparison.SAME || comparison === TokenComparison.BOTH_UNRESOLVED;
}

/** The role or user of the app whose ARN it is. */
function targetOf(arn: string): CfnResource | undefined {
  const [token] = Tokenization.reverseString(arn).tokens;
  return Reference.isReference(token) && CfnResource.isCfnResource(token.target) ? token.target : undefined;
}
