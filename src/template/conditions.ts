import { isObject, own } from './parse';
import { Alternatives, Unknown } from './resolved';
import type { Resolver } from './resolver';

/**
 * The conditions of a template, decided as far as the template decides them.
 *
 * A parameter's default does not decide a condition, because whoever deploys may give another value; its allowed
 * values do. In a world every condition is decided.
 */
export class Conditions {
  constructor(private readonly resolver: Resolver) {}

  /** `undefined`, outside of a world: it may turn out either way. */
  holds(name: string): boolean | undefined {
    const { resolution, template } = this.resolver;
    const expression = own(template.section('Conditions'), name);
    const free = () => this.choose(`${template.path}|condition|${name}`);
    const result =
      expression === undefined
        ? free()
        : resolution.once(`${template.path}|condition|${name}`, () => this.evaluate(expression), free);
    if (result !== undefined) {
      const key = `${template.path}|condition|${name}`;
      resolution.world?.note({ key, subject: `condition "${name}"`, is: `is ${result}`, ask: () => this.holds(name) });
    }
    return result;
  }

  private evaluate(expression: unknown): boolean | undefined {
    if (!isObject(expression)) return this.choose(this.keyOf(expression));
    const [[name, argument] = ['', undefined]] = Object.entries(expression);
    const operands = Array.isArray(argument) ? argument : [];
    switch (name) {
      case 'Condition':
        return this.holds(String(argument));
      case 'Fn::Not': {
        const result = this.evaluate(operands[0]);
        return result === undefined ? undefined : !result;
      }
      case 'Fn::And':
        return this.combine(operands, false);
      case 'Fn::Or':
        return this.combine(operands, true);
      case 'Fn::Equals':
        return this.areEqual(operands[0], operands[1]);
      default:
        return this.choose(this.keyOf(expression));
    }
  }

  private combine(operands: readonly unknown[], decisive: boolean): boolean | undefined {
    let open = false;
    for (const operand of operands) {
      const result = this.evaluate(operand);
      if (result === decisive) return decisive;
      if (result === undefined) open = true;
    }
    return open ? undefined : !decisive;
  }

  private areEqual(left: unknown, right: unknown): boolean | undefined {
    const sides = [left, right].map((side) => this.freeParameter(side) ?? this.resolver.resolve(side));
    const parameter = sides.find((side) => side instanceof FreeParameter);
    const other = sides.find((side) => side !== parameter);
    if (parameter && typeof other === 'string' && !other.includes('${')) return this.parameterIs(parameter, other);
    const [a, b] = sides;
    const plain = (side: unknown) =>
      ['string', 'number', 'boolean'].includes(typeof side) && !String(side).includes('${');
    if (plain(a) && plain(b)) return String(a) === String(b);
    if (a instanceof Alternatives || b instanceof Alternatives) return undefined;
    const [first, second] = [describe(a), describe(b)].sort();
    if (first === second && !(a instanceof Unknown)) return true;
    return this.choose(`${this.resolver.template.path}|${first}=${second}`);
  }

  /** A parameter that whoever deploys may set to anything, or the Region where nobody says which. */
  private freeParameter(node: unknown): FreeParameter | undefined {
    const name = own(node, 'Ref');
    const { parameters } = this.resolver;
    if (typeof name !== 'string') return undefined;
    if (name.startsWith('AWS::') && name !== 'AWS::NoValue') return new FreeParameter(name);
    if (!parameters.has(name)) return undefined;
    if (parameters.isGiven(name) || parameters.allowedValues(name)) return undefined;
    return new FreeParameter(name);
  }

  private parameterIs({ name }: FreeParameter, value: string): boolean | undefined {
    const { resolution } = this.resolver;
    const { world } = resolution;
    const known = this.resolver.parameters.pseudoParameter(name);
    if (known !== undefined) return known === value;
    resolution.choices++;
    const key = this.resolver.parameters.key(name);
    const assigned = world?.assigned(key);
    if (assigned !== undefined) return assigned === value;
    if (world?.isExcluded(key, value)) return false;
    const result = this.choose(`${key}=${value}`);
    if (result) world?.assign(key, value);
    else world?.exclude(key, value);
    return result;
  }

  private choose(key: string): boolean | undefined {
    const { resolution } = this.resolver;
    resolution.choices++;
    return resolution.world ? resolution.world.choose(key, 2) === 0 : undefined;
  }

  private keyOf(expression: unknown): string {
    return `${this.resolver.template.path}|${JSON.stringify(expression)}`;
  }
}

class FreeParameter {
  constructor(readonly name: string) {}

  toString(): string {
    return `\${${this.name}}`;
  }
}

function describe(side: unknown): string {
  return isObject(side) && Object.getPrototypeOf(side) === Object.prototype ? JSON.stringify(side) : String(side);
}
