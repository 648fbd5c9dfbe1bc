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
}
