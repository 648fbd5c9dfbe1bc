import { findEndpointService } from '../../../facts/endpoint-services';
import { isEveryResource } from '../../../iam/broad-patterns';
import type { Condition } from '../../../iam/condition';
import { isEverybody } from '../../../iam/everybody';
import { nameTheSource } from '../../../iam/limiting-conditions';
import type { Statement } from '../../../iam/statement';
import type { Term } from '../../../iam/term';
import { all, not } from '../../../iam/truth';
import type { Truth } from '../../../iam/truth';
import type { Resource } from '../../../template';

/** Whether an endpoint can have a policy: not that of a load balancer, of somebody else's service, or of a few of AWS. */
export function takesPolicy(endpoint: Resource): boolean {
  if (endpoint.read('VpcEndpointType').is('GatewayLoadBalancer', 'Resource', 'ServiceNetwork')) return false;
  const service = endpoint.read('ServiceName').text ?? '';
  return !/\.vpce\./.test(service) && findEndpointService(service)?.takesPolicy !== false;
}

const whose = ['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths'];

/** Whether a statement lets callers of any account through: what network they are in, an endpoint need not ask. */
export function letsAnyCaller({ principal, conditions }: Statement): Truth {
  const ofCaller = about(conditions, (key) => key.startsWith('aws:principal') || key === 'aws:userid');
  return all([isEverybody(principal), not(nameTheSource(ofCaller))]);
}

/** Whether a statement lets requests for resources of any account through. */
export function letsAnyResource(statement: Statement): Truth {
  const isAny = (statement.resources ?? []).some(
    (one) => isEveryResource(one, { ofOneType: true }) && !namesAccount(one),
  );
  if (!isAny) return 'no';
  return not(
    nameTheSource(
      about(statement.conditions, (key) => whose.includes(key)),
      whose,
    ),
  );
}

/** `arn:aws:sqs:*:111122223333:*`: everything, of one account. */
function namesAccount(resource: Term): boolean {
  return /^arn:[^:]*:[^:]*:[^:]*:[^:*?]+:/.test(resource.toString().replace(/\$\{[^}]*\}/g, 'x'));
}

function about(conditions: readonly Condition[], isAsked: (key: string) => boolean): readonly Condition[] {
  return conditions.filter(({ key, operator }) => operator === 'unknown' || isAsked(key.toLowerCase()));
}
