import { PolicyDocument, evaluate } from '../../../iam';
import { deployedArnOf } from '../../../iam/deployed-text';
import type { ContextValue } from '../../../iam/request-context';
import { resourcePolicies } from '../../../iam/resource-policies';
import type { Truth } from '../../../iam/truth';
import type { Resource, Value } from '../../../template';

/** Where a stranger may call from: an address that stands in no list of known ones, and no VPC. */
const fromAnywhere: Readonly<Record<string, string>> = { 'aws:SecureTransport': 'true', 'aws:SourceIp': '100.64.0.1' };

const truths = { allowed: 'yes', denied: 'no', unknown: 'unknown' } as const;

/** Whether somebody without credentials may do something to a resource, by the policies of the resource. */
export function strangersMay(
  action: string,
  resource: Resource,
  context: Readonly<Record<string, ContextValue>> = {},
): Truth {
  const arn = deployedArnOf(resource);
  const request = { principal: { kind: 'anonymous' } as const, action, resource: arn };
  const policies = { resource: resourcePolicies(resource) };
  return truths[evaluate({ ...request, context: { ...fromAnywhere, ...context } }, policies).decision];
}

/** Whether the resource policy of an API lets somebody in from anywhere; without one, the API is open to all networks. */
export function policyLetsStrangersIn(policy: Value): Truth {
  if (policy.isAbsent) return 'yes';
  const document = PolicyDocument.of(policy.resolved);
  const resource = document.statements.flatMap(({ resources = [] }) => resources).find((term) => !term.because);
  const request = {
    principal: { kind: 'anonymous' } as const,
    action: 'execute-api:Invoke',
    resource: (resource?.toString() ?? 'execute-api:/stage/GET/').replace(/[*?]/g, 'x'),
    context: fromAnywhere,
  };
  return truths[evaluate(request, { resource: [{ name: 'the policy of the API', document }] }).decision];
}
