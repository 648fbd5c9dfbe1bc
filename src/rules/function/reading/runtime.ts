import type { Resource, Value } from '../../../template';

/** By type: where the runtime of a function stands. */
const places: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'Runtime',
  'AWS::Lambda::WebFunctionRevision': 'BuildConfig.RuntimeConfig.Runtime',
};

/** The types that say which runtime code runs on. */
export const runtimeTypes = Object.keys(places);

/** The runtime of a resource of {@link runtimeTypes}. */
export function runtimeOf(resource: Resource): Value {
  return resource.read(places[resource.type]);
}
