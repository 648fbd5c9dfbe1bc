import type { Resource } from '../../../template';

/** A parameter of the template, as it was written. */
export interface DeclaredParameter {
  readonly name: string;
  readonly noEcho: boolean;
  readonly hasDefault: boolean;
}

/** The parameters that a property of a resource is made of, those aside whose value is read from elsewhere. */
export function parametersIn(resource: Resource, property: string): readonly DeclaredParameter[] {
  const written = JSON.stringify(resource.rawProperties[property] ?? '');
  const declared = resource.template.section('Parameters') as Readonly<Record<string, Record<string, unknown> | null>>;
  return Object.entries(declared).flatMap(([name, declaration]) => {
    const isNamed = written.includes(`{"Ref":"${name}"}`) || written.includes(`\${${name}}`);
    if (!isNamed || !declaration || String(declaration.Type).startsWith('AWS::SSM::Parameter::Value')) return [];
    const { NoEcho: noEcho, Default: preset = '' } = declaration;
    return [{ name, noEcho: String(noEcho).toLowerCase() === 'true', hasDefault: String(preset) !== '' }];
  });
}
