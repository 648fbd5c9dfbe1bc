import type { Resource, Value } from '../../../template';

const qualified = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'] as const;

/** The function of the app that a name or ARN stands for, through an alias or a version too. */
export function functionBehind(name: Value): Resource | undefined {
  for (const target of name.targets) {
    if (target.is('AWS::Lambda::Function')) return target;
    if (qualified.some((type) => target.is(type))) return functionBehind(target.read('FunctionName'));
  }
  return undefined;
}
