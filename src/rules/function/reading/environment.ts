import type { Resource, Value } from '../../../template';

/** Under this key of a function's metadata stands which variables are not secrets, and why: `{ NAME: reason }`. */
const declaration = 'cdk-secure-serverless:not-secret';

/** The environment variables of a function, with their names. */
export function environmentOf(resource: Resource): readonly (readonly [string, Value])[] {
  return resource.read('Environment.Variables').entries;
}

/** Whether the author of the app has said, with a reason, that a variable holds no secret. */
export function isDeclaredNotSecret(resource: Resource, variable: string): boolean {
  const declared = resource.metadata[declaration];
  if (typeof declared !== 'object' || declared === null || !Object.hasOwn(declared, variable)) return false;
  const reason = (declared as Record<string, unknown>)[variable];
  return typeof reason === 'string' && reason.trim() !== '';
}
