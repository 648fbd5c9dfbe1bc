/** Where the next value lies until it is in the parameter. */
export function stagingNameOf(name: string): string {
  return `${name}.next`;
}
