import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IConstruct } from 'constructs';
import { acknowledgeAt, onFunction, onLogGroup } from './parameter-acknowledgements';
import { readsNothingStatement } from './parameter-statements';
import { roleQuotas } from '../facts/role-quotas';
import { SecureFunction } from '../function/secure-function';
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
  public allow(scope: Construct, id: string, statements: readonly iam.PolicyStatement[]): iam.Policy {
    const policy = this.role._addOwnPolicy(id, statements, 'The policy names one parameter.', scope);
    this.policies.push(policy);
    if (inlineSize(this.policies) > charactersForParameters) {
      throw new Error(
        `${scope.node.path}: the permissions to make ${this.policies.length} parameters are longer than AWS takes in one role: make it in another stack, nested stacks share the role`,
      );
    }
    return policy;
  }
}
