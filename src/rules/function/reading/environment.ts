import type { Resource, Value } from '../../../template';

/** Under this key of a function's metadata stands which variables are not secrets, and why: `{ NAME: reason }`. */
const declaration = 'cdk-secure-serverless:not-secret';

/** By type: where the environment variables of a function stand. */
const places: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'Environment.Variables',
  'AWS::Lambda::WebFunctionRevision': 'ServiceConfig.EnvironmentVariables',
};

/** The types that hold environment variables of a function, and `KmsKeyArn` for them. */
export const environmentTypes = Object.keys(places);

/** What holds the environment variables of a resource of {@link environmentTypes}. */
export function environmentIn(resource: Resource): Value {
  return resource.read(places[resource.type]);
}

/** The environment variables of a resource of {@link environmentTypes}, with their names. */
export function environmentOf(resource: Resource): readonly (readonly [string, Value])[] {
  return environmentIn(resource).entries;
}

/** Whether the author of the app has said, with a reason, that a variable holds no secret. */
export function isDeclaredNotSecret(resource: Resource, variable: string): boolean {
  const declared = resource.metadata[declaration];
  if (typeof declared !== 'object' || declared === null || !Object.hasOwn(declared, variable)) return false;
  const reason = (declared as Record<string, unknown>)[variable];
  return typeof reason === 'string' && reason.trim() !== '';
}
