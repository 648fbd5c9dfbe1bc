import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IConstruct } from 'constructs';
import { acknowledgeAt, onFunction, onLogGroup } from './parameter-acknowledgements';
import { lifecycleStatements, readsNothingStatement, useOfKeyStatement, usesOfKey } from './parameter-statements';
import type { NamedParameter } from './parameter-statements';
import { roleQuotas } from '../facts/role-quotas';
import { SecureFunction } from '../function/secure-function';
import { SecureKey } from '../key/secure-key';
import { inlineSize } from '../role/policy-sizes';
import { ScopedRole } from '../role/scoped-role';
import { rootStackOf } from '../stack/root-stack';

const SHARED = 'SecureStringParameters';

/** CloudFormation waits longer than Lambda tries: when it has given up, nothing is changed any more. */
export const serviceTimeout = Duration.minutes(15);
const timeout = Duration.minutes(3);
const maxEventAge = Duration.minutes(10);

/**
 * Of the 10,240 of a role: the rest is for what every function needs, and for regions and partitions with long names.
 */
const charactersForParameters = 0.8 * roleQuotas.inlineCharacters;

/** The function that makes the parameters of a stack when they are deployed, which CloudFormation cannot. */
export class ParameterProvider extends Construct {
  /** One for a root stack and the stacks nested in it. */
  public static shared(scope: IConstruct): ParameterProvider {
    const stack = rootStackOf(scope);
    const existing = stack.node.tryFindChild(SHARED);
    if (existing === undefined) return new ParameterProvider(stack, SHARED);
    if (existing instanceof ParameterProvider) return existing;
    throw new Error(
      `${existing.node.path}: '${SHARED}' is the id of the function that makes the parameters of the stack: give this construct another id`,
    );
  }

  public readonly serviceToken: string;
  private readonly role: ScopedRole;
  private readonly policies: iam.Policy[] = [];
  /** The parameters for which the key of the stack is used, by action. */
  private readonly shared = new Map<string, string[]>();
  private count = 0;
  private rotates = false;

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    this.role = new ScopedRole(this, 'Role', { description: 'Makes the SecureString parameters of the stack' });
    const fn = new SecureFunction(this, 'Function', {
      description: 'Makes the SecureString parameters of the stack when it is deployed',
      role: this.role,
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, 'handler'), { exclude: ['*.d.ts'] }),
      timeout,
      memorySize: 256,
      maxEventAge,
      retryAttempts: 2,
    });
    fn.addToRolePolicy(readsNothingStatement(this, () => this.rotates));
    this.serviceToken = fn.functionArn;
    acknowledgeAt(fn.node.defaultChild as lambda.CfnFunction, onFunction);
    acknowledgeAt(fn.logGroup.node.defaultChild as logs.CfnLogGroup, onLogGroup);
  }

  /** Lets the function read the next values of parameters that are rotated. */
  public allowRotation(): void {
    this.rotates = true;
  }

  /**
   * Lets the function make one parameter.
   *
   * With a policy of its own for each, that comes before the parameter and goes after it: what deletes the parameter
   * still has the permission to.
   */
  public allow(scope: Construct, id: string, parameter: NamedParameter, key: kms.IKey): iam.Policy {
    const isShared = Stack.of(scope) === Stack.of(this) && key === SecureKey.shared(this);
    const uses = Object.entries(usesOfKey(parameter));
    const policy = this.addPolicy(scope, id, [
      ...lifecycleStatements(parameter),
      ...(isShared ? [] : uses.map(([action, arns]) => useOfKeyStatement(this, key.keyArn, action, () => arns))),
    ]);
    if (isShared) for (const [action, arns] of uses) this.share(action, arns);
    this.refuseTooMany(scope);
    return policy;
  }

  /**
   * Uses of the key of the stack for its parameters stand in one statement for each action, because a role has little room.
   * Whoever deletes a parameter needs no key: they may come and go before it does.
   */
  private share(action: string, arns: readonly string[]): void {
    const shared = this.shared.get(action);
    if (shared) return void shared.push(...arns);
    const all = [...arns];
    this.shared.set(action, all);
    const id = `${action.replace('kms:', '')}Policy`;
    this.addPolicy(this, id, [useOfKeyStatement(this, SecureKey.shared(this).keyArn, action, () => all)]);
  }

  private addPolicy(scope: Construct, id: string, statements: readonly iam.PolicyStatement[]): iam.Policy {
    const policy = this.role._addOwnPolicy(id, statements, 'The policy names its parameters.', scope);
    this.policies.push(policy);
    return policy;
  }

  private refuseTooMany(scope: Construct): void {
    this.count += 1;
    const size = inlineSize(this.policies);
    if (size <= charactersForParameters) return;
    throw new Error(
      `${scope.node.path}: the permissions to make ${this.count} parameters have at least ${size} characters, and the role of the function that makes them has room for ${charactersForParameters} of the ${roleQuotas.inlineCharacters} that AWS takes: make it in another stack (nested stacks share the role), or put values that are always read together into one parameter`,
    );
  }
}
