import { App, Stack } from 'aws-cdk-lib';
import { Application } from '../../src/template';
import type { Resource } from '../../src/template';

/** The templates of what a scene makes, as an application. */
const context = { 'aws:cdk:enable-path-metadata': true };

export function synthesized(scene: (stack: Stack, app: App) => void): Application {
  const app = new App({ context });
  scene(new Stack(app, 'Network'), app);
  return Application.load(app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
}

/** What is found in a template, once for each way in which its conditions can fall out. */
export function ask<T>(app: Application, question: (app: Application) => T): T {
  const [first, ...others] = app.inEveryWorld(() => question(app));
  if (others.length > 0) throw new Error('the template has conditions: ask in every world');
  return first!.result;
}

/** The resource at a path below its stack, as the CDK names it: `Vpc/PrivateSubnet1/Subnet`. */
export function at(app: Application, path: string): Resource {
  const found = app.resources.find(({ constructPath = '' }) =>
    [path, `${path}/Resource`].includes(constructPath.split('/').slice(1).join('/')),
  );
  if (!found) throw new Error(`nothing at "${path}"`);
  return found;
}
