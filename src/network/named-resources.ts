import { Stack } from 'aws-cdk-lib';
import type { NetworkFunction } from './network-function';
import { writtenGrants } from './written-grants';
import type { EndpointService } from '../facts/endpoint-services';
import { endpointServicesFor } from '../facts/endpoint-services';

/**
 * What a function was granted by an ARN with another account in it, or with none where AWS owns the resource: a grant
 * that names it is what lets it through the endpoint. A bucket's ARN says nothing about its account.
 */
export function foreignResources({ fn, role }: NetworkFunction, service: EndpointService): string[] {
  const own = Stack.of(fn).account;
  return writtenGrants(role)
    .filter(({ actions }) => actions.some((action) => goesOver(action, service)))
    .flatMap(({ resources }) => resources)
    .filter((arn): arn is string => typeof arn === 'string')
    .filter((arn) => {
      const [prefix, , owner, , account] = arn.split(':');
      return prefix === 'arn' && owner !== 's3' && isOther(account, own);
    });
}

function isOther(account: string | undefined, own: string): boolean {
  return account === '' || (account !== undefined && /^\d{12}$/.test(account) && account !== own);
}

function goesOver(action: string, { type, name }: EndpointService): boolean {
  return endpointServicesFor(action)?.some((one) => one.type === type && one.name === name) ?? false;
}
