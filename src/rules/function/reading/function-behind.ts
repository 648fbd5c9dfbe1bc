import type { Application, Resource, Value } from '../../../template';

const qualified = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'] as const;

/** The function of the app that a name or ARN stands for, through an alias or a version too. */
export function functionBehind(name: Value): Resource | undefined {
  for (const target of name.targets) {
    if (target.is('AWS::Lambda::Function')) return target;
    if (qualified.some((type) => target.is(type))) return functionBehind(target.read('FunctionName'));
  }
  return undefined;
}

/** The function, its aliases and versions: what calls one of them calls the function. */
export function namesOf(fn: Resource, app: Application): readonly Resource[] {
  return [fn, ...qualified.flatMap((type) => app.attachedTo(fn, type, 'FunctionName'))];
}
