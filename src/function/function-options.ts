import type { IIsolatedNetwork } from '../network/network';
import type { FunctionSecret } from '../secret/function-secret';

/**
 * What a secure function takes beside the properties of the L2.
 */
export interface SecureFunctionOptions {
  /**
   * Variables of the environment that look like a secret and are none, by name, each with the reason.
   *
   * @default - a value that looks like a secret is refused
   */
  readonly notSecrets?: { [name: string]: string };

  /**
   * The secrets that the code reads, by name: the environment says where each one is, and the role may read exactly these.
   *
   * @default - none
   */
  readonly secrets?: { [name: string]: FunctionSecret };

  /**
   * The network that the function is in, from which it reaches what its code is granted and nothing else.
   *
   * @default - none; with an `IsolatedNetwork` as `vpc`, that one
   */
  readonly network?: IIsolatedNetwork;
}
