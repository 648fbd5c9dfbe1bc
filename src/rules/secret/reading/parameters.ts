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
export function echoedParameter({ resource, path }: Value): DeclaredParameter | undefined {
  const written = path
    .slice(1)
    .reduce<unknown>((parent, key) => (parent as Record<string, unknown> | undefined)?.[key], resource.rawProperties);
  return parametersOf(resource, written).find(({ noEcho }) => !noEcho);
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
