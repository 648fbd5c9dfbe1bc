import { isObject, own } from './parse';
import { Alternatives, Unknown } from './resolved';
import type { Resolved } from './resolved';
import type { Resolver } from './resolver';

/**
 * What the parameters of a template are: given by the parent stack, or by their defaults and allowed values.
 */
export class Parameters {
  constructor(private readonly resolver: Resolver) {}

  has(name: string): boolean {
    return isObject(this.declaration(name));
  }

  /** Values that the template itself allows; `undefined` where anything goes. */
  allowedValues(name: string): readonly string[] | undefined {
    const allowed = this.declaration(name)?.AllowedValues;
    return Array.isArray(allowed) && allowed.length > 0 ? allowed.map(String) : undefined;
  }

  /** Whether the parent stack says what the parameter is. */
  isGiven(name: string): boolean {
    return this.argument(name) !== undefined;
  }

  /** A name that is the same wherever this parameter is meant. */
  key(name: string): string {
    return `${this.resolver.template.path}|parameter|${name}`;
  }

  resolve(name: string): Resolved | undefined {
    return this.resolver.resolution.once(
      this.key(name),
      () => this.read(name),
      () => new Unknown(`parameter "${name}" depends on itself`, `\${${name}}`),
    );
  }

  private read(name: string): Resolved | undefined {
    const { resolution } = this.resolver;
    const declaration = this.declaration(name)!;
    const type = String(declaration.Type ?? 'String');
    const text = `\${${name}}`;

    const parent = this.resolver.template.parent;
    if (parent && this.isGiven(name)) {
      const value = parent.template.resolver.resolve(this.argument(name));
      return typeof value === 'string' ? asDeclared(type, value) : value;
    }
    if (type.startsWith('AWS::SSM::Parameter::Value')) {
      return new Unknown(`parameter "${name}" is read from SSM Parameter Store at deployment`, text);
    }
    const allowed = this.allowedValues(name);
    if (allowed && allowed.length > 1) {
      resolution.choices++;
      const { world } = resolution;
      if (world) {
        const value = allowed[world.choose(this.key(name), allowed.length)];
        world.note(`parameter "${name}" is "${value}"`);
        return asDeclared(type, value);
      }
      return new Alternatives(
        allowed.map((value) => ({ when: `parameter "${name}" is "${value}"`, value: asDeclared(type, value) })),
      );
    }
    const assigned = resolution.world?.assigned(this.key(name));
    if (assigned !== undefined) {
      resolution.choices++;
      return asDeclared(type, assigned);
    }
    if (declaration.Default !== undefined) return asDeclared(type, declaration.Default as Resolved);
    if (allowed) return asDeclared(type, allowed[0]);
    return new Unknown(`parameter "${name}" has no default`, text);
  }

  private declaration(name: string) {
    const declaration = own(this.resolver.template.section('Parameters'), name);
    return isObject(declaration) ? declaration : undefined;
  }

  private argument(name: string): unknown {
    return own(own(this.resolver.template.parent?.rawProperties, 'Parameters'), name);
  }
}

function asDeclared(type: string, value: Resolved): Resolved {
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  return isList && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}
