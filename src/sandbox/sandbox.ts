import { RemovalPolicy, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const SANDBOX = 'cdk-secure-serverless:sandbox';
const PRODUCTION = 'cdk-secure-serverless:production';

/**
 * Throw-away deployments: what a pull request deploys and deletes again.
 *
 * Our constructs keep data, logs and keys when their stack is deleted, because losing
 * them is what an attacker (or a typo) wants. In a sandbox that only leaves litter that
 * somebody pays for. One setting on the app, a stage or a stack turns retention,
 * deletion protection and long key windows off for everything below it; nothing else
 * becomes weaker.
 *
 * Can also be given from outside: `cdk deploy -c cdk-secure-serverless:sandbox=true`.
 *
 * A stage or stack of your own calls it first in its constructor: what was made before keeps the other setting.
 *
 * @example
 * Sandbox.enable(stack);
 */
export class Sandbox {
  /**
   * Makes everything below the scope a throw-away deployment.
   *
   * @param scope the app, stage or stack; before anything is added to it
   *
   * Throws when the scope has children already, or lies in a production stage.
   */
  public static enable(scope: IConstruct): void {
    if (isSet(scope, PRODUCTION)) {
      throw new Error(
        `${pathOf(scope)}: 'Sandbox.enable' is refused in what 'Sandbox.forbid' declared production: data would be deleted with the stack`,
      );
    }
    declare(scope, SANDBOX, 'Sandbox.enable');
  }

  /**
   * Declares everything below the scope production, where no sandbox is accepted, not even one from the command line.
   *
   * @param scope the app, stage or stack; before anything is added to it
   *
   * Throws when the scope has children already.
   */
  public static forbid(scope: IConstruct): void {
    declare(scope, PRODUCTION, 'Sandbox.forbid');
  }

  /**
   * Whether the construct is part of a throw-away deployment.
   *
   * Throws when it is declared both a sandbox and production.
   */
  public static isEnabled(construct: IConstruct): boolean {
    const sandbox = isSet(construct, SANDBOX);
    if (sandbox && isSet(construct, PRODUCTION)) {
      throw new Error(
        `${pathOf(construct)}: declared production by 'Sandbox.forbid' and a sandbox by '${SANDBOX}': remove one, a sandbox deletes its data`,
      );
    }
    return sandbox;
  }

  /**
   * What happens to data, logs and keys of this construct when they leave the template.
   *
   * `RETAIN_ON_UPDATE_OR_DELETE` (a creation that is rolled back leaves nothing that the next
   * deployment would collide with), or `DESTROY` in a sandbox.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
   */
  public static removalPolicyFor(construct: IConstruct): RemovalPolicy {
    return Sandbox.isEnabled(construct) ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
  }

  private constructor() {}
}

function declare(scope: IConstruct, key: string, call: string): void {
  // The tree metadata that every App carries is no construct of the user's.
  const children = scope.node.children.filter(({ node }) => node.id !== 'Tree');
  if (children.length > 0) {
    throw new Error(
      `${pathOf(scope)}: '${call}' comes too late, '${children[0].node.id}' was already made: call it before anything is added, first in the constructor for example`,
    );
  }
  scope.node.setContext(key, true);
}

function isSet(construct: IConstruct, key: string): boolean {
  const got: unknown = construct.node.tryGetContext(key);
  if (got === undefined || got === null) return false;
  if (got === true || got === 'true') return true;
  if (got === false || got === 'false') return false;
  const shown = Token.isUnresolved(got) ? 'a token' : `'${String(got)}'`;
  throw new Error(`${pathOf(construct)}: context '${key}' is ${shown}: write 'true' or 'false'`);
}

function pathOf(construct: IConstruct): string {
  return construct.node.path || 'the app';
}
