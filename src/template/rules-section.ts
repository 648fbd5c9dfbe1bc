import { isObject, own } from './parse';
import type { JsonObject } from './parse';
import type { Template } from './template';

/**
 * Whether what is known about the parameters of a template breaks one of its rules, so that it cannot be deployed with
 * them. What is not decided yet breaks none.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function breaksRules(template: Template): boolean {
  return Object.values(template.section('Rules')).some((rule) => {
    const condition = own(rule, 'RuleCondition');
    if (condition !== undefined && holds(condition, template) !== true) return false;
    const assertions = own(rule, 'Assertions');
    return Array.isArray(assertions) && assertions.some((one) => holds(own(one, 'Assert'), template) === false);
  });
}

/** `undefined` where it is not decided. */
function holds(expression: unknown, template: Template): boolean | undefined {
  if (!isObject(expression)) return undefined;
  const [[name, argument] = ['', undefined]] = Object.entries(expression);
  const operands: readonly unknown[] = Array.isArray(argument) ? argument : [];
  const results = () => operands.map((operand) => holds(operand, template));
  switch (name) {
    case 'Fn::Not': {
      const [result] = results();
      return result === undefined ? undefined : !result;
    }
    case 'Fn::And':
      return results().includes(false) ? false : results().includes(undefined) ? undefined : true;
    case 'Fn::Or':
      return results().includes(true) ? true : results().includes(undefined) ? undefined : false;
    case 'Fn::Equals':
      return isOneOf(operands[0], [operands[1]], template);
    case 'Fn::Contains':
      return Array.isArray(operands[0]) ? isOneOf(operands[1], operands[0], template) : undefined;
    default:
      return undefined;
  }
}

function isOneOf(value: unknown, others: readonly unknown[], template: Template): boolean | undefined {
  const wanted = known(value, template);
  const results = others.map((other) => {
    const is = known(other, template);
    if (is !== undefined && wanted !== undefined) return is === wanted;
    const [parameter, literal] = is === undefined ? [other, wanted] : [value, is];
    return literal !== undefined && isExcluded(parameter, literal, template) ? false : undefined;
  });
  if (results.includes(true)) return true;
  return results.includes(undefined) ? undefined : false;
}

/** A literal, or what a parameter was found to be. */
function known(node: unknown, { resolver }: Template): string | undefined {
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean') return String(node);
  const name = parameterOf(node);
  if (name === undefined) return undefined;
  return resolver.parameters.pseudoParameter(name) ?? resolver.parameters.found(name);
}

function isExcluded(node: unknown, value: string, { resolver }: Template): boolean {
  const name = parameterOf(node);
  const { world } = resolver.resolution;
  return name !== undefined && world !== undefined && world.isExcluded(resolver.parameters.key(name), value);
}

function parameterOf(node: unknown): string | undefined {
  const name = isObject(node) && Object.keys(node).length === 1 ? own(node as JsonObject, 'Ref') : undefined;
  return typeof name === 'string' ? name : undefined;
}
