/** What a secret holds besides what is secret in it. */
const described =
  /^(user(name)?|login|e?mail|host(name)?|endpoint|url|port|engine|db(name|instanceidentifier|clusteridentifier)|database|region|masterarn|client_?id|.*arn)$/i;

/**
 * Where a text that is to be kept is written out: all of it, or a value of its JSON.
 *
 * `${…}` and dynamic references are only known after deployment, and an empty value is none.
 */
export function writtenOutIn(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const json = parsed(text);
  if (json === undefined) return isLiteral(text) ? 'the text' : undefined;
  const found = Object.entries(json).find(([key, one]) => !described.test(key) && isLiteral(one));
  return found && `the value of "${found[0]}"`;
}

/** Whether all of a text stands in the template; what is meant as a dynamic reference does not. */
export function isLiteral(one: unknown): boolean {
  if (typeof one === 'number') return true;
  return typeof one === 'string' && one.trim() !== '' && !/\$\{|\{\{resolve:/.test(one);
}

function parsed(text: string): object | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
