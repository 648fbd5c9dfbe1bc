/** A value that the stack sets. Without it the function fails at start, not at the first request. */
export function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable '${name}' is not set`);
  return value;
}
