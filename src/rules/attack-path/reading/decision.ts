import type { RightOn } from './granting';
import { isOfAws } from './managed-statements';
import { evaluate, PolicyDocument } from '../../../iam';
import type { NamedPolicy, Policies, Truth } from '../../../iam';
import { deployedText } from '../../../iam/deployed-text';
import { identityOf } from '../../../iam/permission-paths';
import { resourcePolicies } from '../../../iam/resource-policies';
import { rolePolicies } from '../../../iam/role-policies';
import type { Application, Resource } from '../../../template';
import { onceForResource } from '../../../template/once';

/** By the resource, and by action and ARN. */
export type Decided = Map<Resource | undefined, Map<string, Truth>>;

/** What was decided about the role already. */
export function decidedOf(role: Resource, app: Application): Decided {
  return onceForResource(role, nothingYet, app);
}

function nothingYet(): Decided {
  return new Map();
}

/** Several rules ask for the same actions. */
export function onceDecided(before: Decided, role: Resource, action: string, on: RightOn, policies: Policies): Truth {
  const { resolution } = role.template.application;
  let decided = before.get(on.target);
  if (!decided) {
    decided = new Map();
    before.set(on.target, decided);
  }
  const key = `${action} ${on.arn}`;
  const known = decided.get(key);
  if (known) return known;
  const choicesBefore = resolution.choices;
  const truth = decide(role, action, on, policies);
  if (resolution.choices === choicesBefore) decided.set(key, truth);
  return truth;
}

/** A statement is about the resource that it names, known or not, as far as no condition comes in between. */
export function naming({ arn }: RightOn, action: string, policies: Policies): Policies {
  const same = PolicyDocument.of({ Statement: { Effect: 'Allow', Action: action, Resource: arn } });
  return { ...policies, identity: [...(policies.identity ?? []), { name: 'the statement itself', document: same }] };
}

/**
 * A condition that asks for something special limits the right, and is no finding: the keys are not in the request, or
 * are those of somebody else.
 */
export function decide(role: Resource, action: string, { target, arn }: RightOn, policies: Policies): Truth {
  const account = deployedText('${AWS::AccountId}', role.template);
  const context = {
    'aws:SecureTransport': 'true',
    'aws:ResourceAccount': account,
    'dynamodb:LeadingKeys': ['somebody else'],
  };
  const resource = arn === '*' ? '*' : arn.replace(/[*?]/g, 'x');
  const request = { principal: identityOf(role), action, resource, resourceAccount: account, context };
  const onResource = target ? resourcePolicies(target) : [];
  const isDelegated = onResource.length === 0 && /^(kms|sts):/.test(action);
  const { decision } = evaluate(request, { ...policies, resource: isDelegated ? [delegated(account)] : onResource });
  return ({ allowed: 'yes', denied: 'no', unknown: 'unknown' } as const)[decision];
}

/** Keys and roles that are not in sight have the policy that leaves it to the account. */
function delegated(account: string): NamedPolicy {
  const root = { AWS: account };
  const statement = { Effect: 'Allow', Principal: root, Action: '*', Resource: '*' };
  return { name: 'the default policy', document: PolicyDocument.of({ Statement: statement }) };
}

/** Policies of AWS whose statements are not known here allow what their name says, and deny nothing. */
export function readableOf(role: Resource): Policies {
  const { identity = [], boundary } = rolePolicies(role);
  const readable = identity.filter((policy) => policy.document.because === undefined || !isOfAws(policy.name));
  return { identity: readable, ...(boundary && { boundary }) };
}
