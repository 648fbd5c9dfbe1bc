import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'vpce-one-zone',
  severity: 'low',
  strict: true,
  title: 'the endpoint is in one availability zone only',
  why:
    'When that zone fails, functions in the others cannot reach the service: no secret is read, no key used, no log written. ' +
    'What was meant to keep them off the internet then brings all of them down.',
  serviceDefault:
    'An interface endpoint has one network interface in each subnet that it names (https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html).',
  fix: 'name a subnet of each zone that functions run in, in `SubnetIds`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes: 'Strict, because each further zone is paid for by the hour. Two subnets count as two zones.',
  appliesTo: 'AWS::EC2::VPCEndpoint',
  check: (endpoint) => {
    const subnets = endpoint.read('SubnetIds');
    if (!endpoint.read('VpcEndpointType').is('Interface')) return pass();
    if (subnets.isUnknown) return unknown(subnets);
    return subnets.items.length === 1 ? fail(subnets, { wanted: 'subnets of two zones' }) : pass();
  },
});
