/** The entry of a `SecureNodejsFunction`. */
export async function handler(): Promise<{ statusCode: number }> {
  return { statusCode: 200 };
}
