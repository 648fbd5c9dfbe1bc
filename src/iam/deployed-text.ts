import { referenceText } from './reference-text';
import { Alternatives, Reference, Text, Unknown } from '../template/resolved';
import type { Resolved } from '../template/resolved';
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
  if (Array.isArray(value)) return (value as readonly Resolved[]).map((item) => deployed(item, template));
  return Object.fromEntries(Object.keys(value).map((key) => [key, deployed((value as JsonObject)[key], template)]));
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
