import { Token } from 'aws-cdk-lib';
import type { AllowEgressOptions } from './egress-options';
import type { NetworkMembers } from './network-members';
import { refuseHosts } from '../egress/host';
import type { Refusals } from '../refusals/refusals';

/** More than these would be a list that nobody reads; the capacity of a rule group cannot be changed later. */
export const maximumDomains = 400;

/** Buckets, queues and functions of everybody, but for the APIs that each have a host of their own. */
const ofAws = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|aws|on\.aws|cloudfront\.net)$/;
const ofOneApi =
  /^[a-z0-9]+\.(?:execute-api\.[a-z0-9-]+\.amazonaws\.com|lambda-url\.[a-z0-9-]+\.on\.aws|cloudfront\.net)$/;

/** Refuses a way out without a purpose, for everybody, or to everywhere. */
export function refuseEgress(refusals: Refusals, options: AllowEgressOptions, members: NetworkMembers): void {
  const { domains, reason, functions } = options;
  refusals.addIf(
    typeof reason !== 'string' || Token.isUnresolved(reason) || reason.trim() === '',
    "'allowEgressTo' without a 'reason'",
    'say why the app has to call these hosts from inside of the network',
  );
  refusals.addIf(
    !functions || functions.length === 0,
    "'allowEgressTo' without 'functions'",
    'name the functions that call these hosts, the others stay closed',
  );
  for (const fn of functions ?? []) {
    refusals.addIf(
      members.find(fn) === undefined,
      `'allowEgressTo' for '${fn.node.path}', which is not in this network`,
      "give it the network as 'network'",
    );
  }
  refuseDomains(refusals, domains ?? []);
}

function refuseDomains(refusals: Refusals, domains: readonly string[]): void {
  if (Token.isUnresolved(domains)) {
    refusals.add("'domains' are only known after deployment, when nobody looks at them any more", 'write them out');
    return;
  }
  if (domains.length === 0) {
    refusals.add("'allowEgressTo' without 'domains'", 'name the hosts that may be called, such as api.example.com');
    return;
  }
  refuseHosts(
    refusals,
    domains.map((domain) => (Token.isUnresolved(domain) ? domain : domain.replace(/^\./, ''))),
  );
  for (const domain of domains.filter((one) => !Token.isUnresolved(one))) {
    refusals.addIf(
      ofAws.test(domain) && !ofOneApi.test(domain),
      `the domain '${domain}' is AWS's, in which everybody can have a bucket, a queue or a function`,
      'grant the function what it needs: endpoints let through own resources only',
    );
  }
}
