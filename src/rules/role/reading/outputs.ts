import type { Application, Resource } from '../../../template';
import { onceForApplication } from '../../../template/once';

/** Whether an output of a template tells a resource, to another stack or to whoever deploys. */
export function isToldByOutput(resource: Resource, app: Application): boolean {
  return onceForApplication(app, toldByOutputs).has(resource);
}

function toldByOutputs(app: Application): ReadonlySet<Resource> {
  const outputs = app.declared('*').filter(({ type }) => type === 'Output');
  return new Set(outputs.flatMap((output) => output.read('Value').targets));
}
