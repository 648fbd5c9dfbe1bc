import type { Resource, Value } from '../../../template';

/** A parameter of the template, as it was written. */
export interface DeclaredParameter {
  readonly name: string;
  readonly noEcho: boolean;
  readonly hasDefault: boolean;
}

/** The parameters that a property of a resource is made of, those aside whose value is read from elsewhere. */
export function parametersIn(resource: Resource, property: string): readonly DeclaredParameter[] {
  return parametersOf(resource, resource.rawProperties[property]);
}

/** The parameter without `NoEcho` that is all of a value: CloudFormation shows what it is to everybody who may describe the stack. */
export function echoedParameter(value: Value): DeclaredParameter | undefined {
  return parametersAt(value).find(({ noEcho }) => !noEcho);
}

/** The parameter with `NoEcho` that a value is made of: who wrote it says so that it is a secret. */
export function maskedParameter(value: Value): DeclaredParameter | undefined {
  return parametersAt(value).find(({ noEcho }) => noEcho);
}

function parametersAt({ resource, path }: Value): readonly DeclaredParameter[] {
  const written = path
    .slice(1)
    .reduce<unknown>((parent, key) => (parent as Record<string, unknown> | undefined)?.[key], resource.rawProperties);
  return parametersOf(resource, written);
}

function parametersOf(resource: Resource, value: unknown): readonly DeclaredParameter[] {
  const written = JSON.stringify(value ?? '');
  const declared = resource.template.section('Parameters') as Readonly<Record<string, Record<string, unknown> | null>>;
  return Object.entries(declared).flatMap(([name, declaration]) => {
    const isNamed = written.includes(`{"Ref":"${name}"}`) || written.includes(`\${${name}}`);
    if (!isNamed || !declaration || String(declaration.Type).startsWith('AWS::SSM::Parameter::Value')) return [];
    const { NoEcho: noEcho, Default: preset = '' } = declaration;
    return [{ name, noEcho: String(noEcho).toLowerCase() === 'true', hasDefault: String(preset) !== '' }];
  });
}
