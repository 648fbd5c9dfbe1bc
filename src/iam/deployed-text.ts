import { arnOf, referenceText } from './reference-text';
import { onceForResource } from '../template/once';
import { Alternatives, Reference, Text, Unknown } from '../template/resolved';
import type { Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';

/**
 * A piece of a template with one spelling for everything: references as their ARN or symbol, and account and region as
 * numbers and names where the stack is known to be deployed there.
 */
export function deployed(value: Resolved | undefined, template: Template): Resolved {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return deployedText(value, template);
  if (value instanceof Reference) return deployedText(referenceText(value), value.resource.template);
  if (value instanceof Unknown || typeof value !== 'object') return value;
  if (value instanceof Text) return joined(value.parts.map((part) => deployed(part, template) as string | Unknown));
  if (value instanceof Alternatives) {
    return new Alternatives(
      value.branches.map((branch) => ({ when: branch.when, value: branch.value && deployed(branch.value, template) })),
    );
  }
  return Array.isArray(value)
    ? deployedList(value as readonly Resolved[], template)
    : deployedObject(value as JsonObject, template);
}

/** The very list where deployment changes nothing in it. */
function deployedList(list: readonly Resolved[], template: Template): readonly Resolved[] {
  const items = list.map((item) => deployed(item, template));
  return items.every((item, index) => item === list[index]) ? list : items;
}

/** The very object where deployment changes nothing in it. */
function deployedObject(object: JsonObject, template: Template): JsonObject {
  const keys = Object.keys(object);
  const values = keys.map((key) => deployed(object[key], template));
  if (keys.every((key, index) => values[index] === object[key])) return object;
  return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
}

type JsonObject = { readonly [key: string]: Resolved };

/** A text of a stack, its account and region put in where they are known. */
export function deployedText(text: string, template: Template): string {
  if (!text.includes('${AWS::')) return text;
  const { account, region } = environmentOf(template);
  let result = text;
  if (account !== undefined) result = result.replaceAll('${AWS::AccountId}', account);
  if (region !== undefined) result = result.replaceAll('${AWS::Region}', region);
  return result;
}

/** The ARN of a resource, account and region put in where they are known. */
export function deployedArnOf(resource: Resource): string {
  return onceForResource(resource, findDeployedArn);
}

function findDeployedArn(resource: Resource): string {
  return deployedText(arnOf(resource), resource.template);
}

interface Environment {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

const environments = new WeakMap<Template, Environment>();

/** Account and region, as far as they are known. */
function environmentOf(template: Template): Environment {
  let known = environments.get(template);
  if (!known) {
    const [account, region = ''] = (template.stack.environment ?? '').split('/');
    known = {
      account: /^\d{12}$/.test(account) ? account : undefined,
      region: /^[a-z]{2}(-[a-z]+)+-\d$/.test(region) ? region : undefined,
    };
    environments.set(template, known);
  }
  return known;
}

function joined(parts: readonly (string | Unknown)[]): string | Text {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : new Text(parts);
}
