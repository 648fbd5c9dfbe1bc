import { arnOf, can, evaluate } from '../../../src/iam';
import type { PathOptions, Verdict } from '../../../src/iam';
import { identityOf } from '../../../src/iam/permission-paths';
import { resourcePolicies } from '../../../src/iam/resource-policies';
import { rolePolicies } from '../../../src/iam/role-policies';
import type { Rule } from '../../../src/rules/define-rule';
import { executionRoleOf } from '../../../src/rules/function/reading/execution-role';
import type { Application, Resource } from '../../../src/template';
import { applicationOf, isTestOf, nameOf, ruleExamples } from '../rule-examples';
import type { Example, Examples, RuleExamples } from '../rule-examples';

/**
 * One step of an attack, decided on a template by the policies in it, and never by the code of the rule.
 *
 * Resources are named by their logical id, without the hash of the CDK; what is done to one that is not there is denied.
 */
export interface Step {
  /** As one tells it: `Role may dynamodb:PutItem on Table`. */
  readonly told: string;
  readonly decide: (
    app: Application,
    resources: ReadonlyMap<string, Resource>,
  ) => Pick<Verdict, 'decision' | 'because'>;
}

export interface AttackExample extends Example {
  /** Where the attack on this example is another one. */
  readonly attack?: readonly Step[];
  /** What this example calls a resource that the steps call otherwise: `{ Role: 'OrdersServiceRole' }`. */
  readonly called?: Readonly<Record<string, string>>;
}

export interface Attack extends Omit<Examples, 'fails' | 'passes'> {
  /** All allowed in every example that fails; at least one denied in every example that passes. */
  readonly attack: readonly Step[];
  readonly fails: readonly AttackExample[];
  readonly passes: readonly AttackExample[];
}

/** Tests a rule with its examples, and plays the attack through on each of them. */
export function attackExamples(rule: Rule, { attack, ...examples }: Attack): RuleExamples {
  if (isTestOf(rule)) {
    describe(`the attack of ${rule.id}`, () => {
      test.each(examples.fails.map(named))('goes through where %s', (_, example) => {
        expect(play(example.attack ?? attack, example).filter(({ decision }) => decision !== 'allowed')).toEqual([]);
      });
      test.each(examples.passes.map(named))('is stopped where %s', (_, example) => {
        expect(play(example.attack ?? attack, example).map(({ decision }) => decision)).toContain('denied');
      });
    });
  }
  return ruleExamples(rule, examples);
}

function play(attack: readonly Step[], example: AttackExample) {
  const app = applicationOf(example);
  const resources = new Map(app.resources.map((resource) => [nameOf(resource, example.template), resource]));
  for (const [name, own] of Object.entries(example.called ?? {})) {
    const resource = resources.get(own);
    if (resource) resources.set(name, resource);
  }
  return attack.map(({ told, decide }) => ({ told, ...decide(app, resources) }));
}

function named(example: AttackExample): [string, AttackExample] {
  return [example.name, example];
}

/** A role, user or service does something to a resource, or to what has the ARN `…`. */
export function may(who: string, action: string, on: string, options: PathOptions = {}): Step {
  return step(`${who} may ${action} on ${on}`, [who, on], (app, find) => {
    const principal = isService(who) ? who : find(who);
    if (!isArn(on) || typeof principal === 'string') return can(app, principal, action, find(on), options);
    const request = { principal: identityOf(principal), action, resource: on, context: options.context };
    return evaluate(request, rolePolicies(principal));
  });
}

/** Somebody without credentials does something to a resource with a policy. */
export function anybodyMay(action: string, on: string, context: Readonly<Record<string, string>> = {}): Step {
  return step(`anybody may ${action} on ${on}`, [on], (_, find) => {
    const resource = find(on);
    const request = { principal: { kind: 'anonymous' } as const, action, resource: arnOf(resource), context };
    return evaluate(request, { resource: resourcePolicies(resource) });
  });
}

/** A function runs with the permissions of a role. */
export function runsAs(fn: string, role: string): Step {
  return holds(`${fn} runs as ${role}`, [fn, role], (_, find) => executionRoleOf(find(fn)).target === find(role));
}

/** A method, route, function URL or API asks nobody who they are. */
export function asksNobody(entry: string, property = 'AuthorizationType'): Step {
  return holds(`${entry} asks nobody`, [entry], (_, find) => {
    const type = find(entry).read(property);
    return type.isAbsent || type.is('NONE', 'API_KEY', 'ApplicationManaged');
  });
}

/** Whatever else has to be so for the attack to go on. */
export function holds(
  told: string,
  resources: readonly string[],
  isSo: (app: Application, find: (name: string) => Resource) => boolean,
): Step {
  return step(told, resources, (app, find) => ({
    decision: isSo(app, find) ? 'allowed' : 'denied',
    because: told,
  }));
}

function step(
  told: string,
  resources: readonly string[],
  decide: (app: Application, find: (name: string) => Resource) => ReturnType<Step['decide']>,
): Step {
  return {
    told,
    decide: (app, all) => {
      const missing = resources.find((name) => !isService(name) && !isArn(name) && !all.has(name));
      if (missing !== undefined) return { decision: 'denied', because: `there is no ${missing}` };
      return decide(app, (name) => all.get(name)!);
    },
  };
}

function isService(name: string): boolean {
  return name.includes('.amazonaws.com');
}

function isArn(name: string): boolean {
  return name.startsWith('arn:');
}
