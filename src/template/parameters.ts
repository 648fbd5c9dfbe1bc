import { allowedPattern } from './allowed-pattern';
import { isObject, own } from './parse';
import { Alternatives, Unknown } from './resolved';
import type { Resolved } from './resolved';
import type { Resolver } from './resolver';
import type { Resource } from './resource';

/**
 * What the parameters of a template are: given by the parent stack, or by their defaults and allowed values.
 */
export class Parameters {
  private asked?: ReadonlyMap<string, ReadonlySet<string>>;

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

  /** A name that is the same wherever this parameter is meant; a nested stack is where its parent is. */
  key(name: string): string {
    let { template } = this.resolver;
    while (name.startsWith('AWS::') && template.parent) template = template.parent.template;
    return `${template.path}|parameter|${name}`;
  }

  /** What the parameter was found to be in this world, as far as anybody asked. */
  found(name: string): string | undefined {
    return this.resolver.resolution.world?.assigned(this.key(name));
  }

  /** `AWS::Region` and `AWS::AccountId`, where the stack is known to be deployed to one. */
  pseudoParameter(name: string): string | undefined {
    const [account, region] = (this.resolver.template.stack.environment ?? '').split('/');
    if (name === 'AWS::AccountId' && /^\d{12}$/.test(account)) return account;
    return name === 'AWS::Region' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region ?? '') ? region : undefined;
  }

  /** The values that conditions compare the parameter with, its default first; `undefined` where none asks for it. */
  private askedValues(name: string): readonly string[] | undefined {
    this.asked ??= valuesAskedFor(this.resolver.template.section('Conditions'));
    const values = this.asked.get(name);
    const standard = String(this.declaration(name)?.Default);
    return values && [...values].sort((a, b) => Number(b === standard) - Number(a === standard) || (a < b ? -1 : 1));
  }

  /**
   * What a parameter is in this world, where conditions ask for it: one of the values that they ask for, or another
   * one. Decided when it is first read or asked for, so that the order of both changes nothing.
   */
  private decided(name: string, asked: readonly string[]): string | undefined {
    const { world } = this.resolver.resolution;
    const key = this.key(name);
    const assigned = world?.assigned(key);
    if (!world || assigned !== undefined) return assigned;
    const options = asked.filter((value) => !world.isExcluded(key, value));
    const value = options[options.length > 0 ? world.choose(`${key}|${options.join()}`, options.length + 1) : 0];
    if (value === undefined) {
      for (const option of options) world.exclude(key, option);
      return undefined;
    }
    world.assign(key, value);
    return value;
  }

  private note(name: string, is: string): void {
    const ask = () => this.resolve(name);
    this.resolver.resolution.world?.note({ key: this.key(name), subject: `parameter "${name}"`, is, ask });
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

    const { template } = this.resolver;
    if (!template.parent && template.parents.length > 0) {
      const perStack = template.parents.map((parent) => ({
        when: `"${template.path}" is deployed by ${parent.logicalId}`,
        value: parent.template.resolver.resolve(argumentOf(parent, name)) ?? (declaration.Default as Resolved),
      }));
      return new Alternatives(perStack);
    }
    const given = this.isGiven(name) ? template.parent?.template.resolver.resolve(this.argument(name)) : undefined;
    if (type.startsWith('AWS::SSM::Parameter::Value')) {
      const key = given ?? declaration.Default;
      const value = typeof key === 'string' ? template.application.sharedValues.stored(key, template) : undefined;
      if (value !== undefined) return asDeclared(type, value);
      return new Unknown(`parameter "${name}" is read from SSM Parameter Store at deployment`, text);
    }
    if (this.isGiven(name)) return given === undefined ? undefined : asDeclared(type, given);
    const allowed = this.allowedValues(name);
    if (allowed && allowed.length > 1) {
      resolution.choices++;
      const { world } = resolution;
      if (world) {
        const value = allowed[world.choose(this.key(name), allowed.length)];
        world.assign(this.key(name), value);
        this.note(name, `is "${value}"`);
        return asDeclared(type, value);
      }
      return new Alternatives(
        allowed.map((value) => ({ when: `parameter "${name}" is "${value}"`, value: asDeclared(type, value) })),
      );
    }
    const asked = this.askedValues(name);
    if (asked) {
      // Not the same in all worlds.
      resolution.choices++;
      const value = this.decided(name, asked);
      this.note(name, value === undefined ? `is none of "${asked.join('", "')}"` : `is "${value}"`);
      if (value !== undefined) return asDeclared(type, value);
      if (resolution.world?.isExcluded(this.key(name), String(declaration.Default))) {
        const because = `parameter "${name}" is something other than "${String(declaration.Default)}"`;
        return new Unknown(because, text, allowedPattern(declaration.AllowedPattern));
      }
    }
    if (declaration.Default !== undefined) return asDeclared(type, declaration.Default as Resolved);
    if (allowed) return asDeclared(type, allowed[0]);
    return new Unknown(`parameter "${name}" has no default`, text, allowedPattern(declaration.AllowedPattern));
  }

  private declaration(name: string) {
    const declaration = own(this.resolver.template.section('Parameters'), name);
    return isObject(declaration) ? declaration : undefined;
  }

  private argument(name: string): unknown {
    const { parent } = this.resolver.template;
    return parent && argumentOf(parent, name);
  }
}

function argumentOf(stack: Resource, name: string): unknown {
  return own(own(stack.rawProperties, 'Parameters'), name);
}

function asDeclared(type: string, value: Resolved): Resolved {
  const isList = type === 'CommaDelimitedList' || /\bList</.test(type) || type.includes('<CommaDelimitedList>');
  return isList && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}

/** By parameter: the values that conditions compare it with, wherever they do. */
function valuesAskedFor(conditions: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const sides = own(node, 'Fn::Equals');
    if (Array.isArray(sides)) {
      sides.forEach((side: unknown, index) => {
        const name = own(side, 'Ref');
        if (typeof name !== 'string') return;
        const found = values.get(name) ?? new Set<string>();
        const other: unknown = sides[1 - index];
        if (typeof other === 'string' || typeof other === 'number' || typeof other === 'boolean') {
          found.add(String(other));
        }
        values.set(name, found);
      });
    }
    Object.values(node).forEach(visit);
  };
  visit(conditions);
  return values;
}
