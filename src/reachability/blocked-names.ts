import { judgedRules } from './name-queries';
import type { PlacedRule } from './name-queries';
import type { EndpointService } from '../facts/endpoint-services';
import type { Application, Resource, Value } from '../template';

/** Whether the DNS firewall of a VPC surely answers nothing for a service, by none of the names that code may call it by. */
export function isServiceBlocked(vpc: Resource, { hosts }: EndpointService, app: Application): boolean {
  return hosts.flatMap(variantsOf).every((host) => isNameBlocked(vpc, host, app));
}

/** In China, for both kinds of addresses, and in older SDKs. */
function variantsOf(host: string): readonly string[] {
  const name = host.replace(/^\*/, 'one');
  return [name, `${name}.cn`, name.replace(/amazonaws\.com$/, 'api.aws'), name.replace('<region>.', '')];
}

/**
 * Whether the DNS firewall of a VPC surely answers nothing for a name, so that whoever calls it finds nobody. Ask inside of
 * a world.
 *
 * @param name with `<region>` for whatever region it is deployed to: `sqs.<region>.amazonaws.com`
 */
export function isNameBlocked(vpc: Resource, name: string, app: Application): boolean {
  // Many functions call the same few services.
  const known = kept.get(vpc) ?? new Map<string, boolean>();
  kept.set(vpc, known);
  const { resolution } = app;
  const choicesBefore = resolution.choices;
  const isBlocked = known.get(name) ?? isBlockedByRules(vpc, name, app);
  // What met a condition may be different in another world.
  if (resolution.choices === choicesBefore) known.set(name, isBlocked);
  return isBlocked;
}

const kept = new WeakMap<Resource, Map<string, boolean>>();

function isBlockedByRules(vpc: Resource, name: string, app: Application): boolean {
  for (const rule of judgedRules(vpc, app)) {
    const outcome = outcomeOf(rule, name);
    if (outcome !== 'another name') return outcome === 'blocked';
  }
  return false;
}

/** What cannot be known may let it through. */
function outcomeOf({ rule, priorities }: PlacedRule, name: string): 'blocked' | 'answered' | 'another name' {
  if (priorities.some((one) => one === undefined)) return 'answered';
  const action = rule.read('Action');
  const { target } = rule.read('FirewallDomainListId');
  if (!target?.is('AWS::Route53Resolver::FirewallDomainList')) return action.is('ALLOW') ? 'answered' : 'another name';
  const domains = target.read('Domains');
  if (domains.isUnknown || !target.read('DomainFileUrl').isAbsent) return 'answered';
  if (!domains.items.some((domain) => holds(domain, name))) return 'another name';
  return action.is('BLOCK') && rule.read('Qtype').isAbsent ? 'blocked' : 'answered';
}

/** A list holds a name as it is, or everything below one: `*.cache.amazonaws.com`. */
function holds({ text }: Value, name: string): boolean {
  if (text === undefined || text === '*') return true;
  const wanted = text.toLowerCase().replace(/\.$/, '').split('.');
  const labels = name.split('.');
  const isBelow = wanted[0] === '*' && labels.length >= wanted.length;
  if (!isBelow && labels.length !== wanted.length) return false;
  return wanted
    .slice(isBelow ? 1 : 0)
    .reverse()
    .every((label, index) => isSame(label, labels[labels.length - 1 - index]));
}

const region = /^[a-z]{2,4}(?:-[a-z]+)+-\d$/;

function isSame(label: string, other: string): boolean {
  return label === other || label.includes('${') || (other === '<region>' && region.test(label));
}
