import { chain, mayReachInternet, mayReachService, onlyHosts, placementOf, waysOut } from '../../reachability';
import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { callsOfCode } from './reading/code-calls';

/** Endpoints may also be in a network that a route leads to: that is how some organizations share them. */
function leadsElsewhere(subnet: Resource | undefined, app: Application): boolean {
  if (!subnet?.is('AWS::EC2::Subnet')) return true;
  return waysOut(subnet, app).some(({ reachesInternet, leaves }) => leaves !== 'no' && reachesInternet !== 'yes');
}

/** Over the internet, where no firewall keeps the function to hosts of others. */
function mayReachAws(fn: Resource, app: Application): boolean {
  if (mayReachInternet(fn, app).holds === 'no') return false;
  const hosts = onlyHosts(fn, app);
  return hosts === undefined || hosts.some((host) => /(?:^|\.)(?:aws|amazonaws\.com(?:\.cn)?)$/.test(host));
}

export default defineRule({
  id: 'lambda-endpoint-missing',
  severity: 'medium',
  title: 'the function was granted a service that it does not reach from its VPC, so that calls time out',
  why:
    'The call hangs until the function times out, and nothing says why: a record is not written, a secret not read, an alarm not sent. ' +
    'Whoever has to mend it in a hurry opens the network for everything, and that stays.',
  serviceDefault:
    'A function in a VPC reaches what the VPC does: no service of AWS without a way to the internet or an endpoint (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html).',
  fix: 'add an `AWS::EC2::VPCEndpoint` for the service, with private DNS and groups that let the function connect, or use `IsolatedNetwork`, which adds it; take the permission away if nothing uses it',
  references: { owaspServerless: ['S6', 'S10'], csaServerless: ['SAS-3'], cwe: ['CWE-400'] },
  notes:
    'What the code calls is read from what its role may do. Logs, traces, event sources, failure destinations and the key of the environment are what Lambda calls by itself, for which no endpoint is needed; keys are what other services use. A firewall that lets only named hosts through is no way to AWS unless it names that. Silent where routes lead to another network, which may have the endpoints, and about services that are reached otherwise, such as databases.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const placement = placementOf(fn);
    if (!placement || placement.subnets.some(({ target }) => leadsElsewhere(target, app))) return pass();
    if (mayReachAws(fn, app)) return pass();
    const at = fn.read('VpcConfig');
    return callsOfCode(fn, app).map(({ action, services }) => {
      if (services.length === 0) return unknown(at, `no endpoint is known for ${action}`);
      const { holds, path } = mayReachService(placement, services, app);
      if (holds === 'unknown') return unknown(at, `${action}: ${chain(path)}`);
      return holds === 'yes' ? pass() : fail(at, { got: `${action}, but ${chain(path)}`, wanted: 'an endpoint' });
    });
  },
});
