import { isolatedNetworkTag } from '../../facts/isolated-network';
import { chain, openingsOf } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isTagged } from './reading/isolated-networks';

export default defineRule({
  id: 'network-isolated-open',
  severity: 'high',
  title: 'the network is to have no way out, and has one',
  why:
    'Whoever runs code in one of the functions sends what they find to a host of theirs by it, or lets a helper in. ' +
    'Nobody looks for that here, because the network is said to be closed.',
  serviceDefault:
    'A VPC is connected with nothing, and its route tables know nothing but the VPC, unless a template says otherwise (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html).',
  fix: 'remove the gateway, connection, route or endpoint, or put what needs it into a network of its own',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: `About VPCs with the tag \`${isolatedNetworkTag.key}: ${isolatedNetworkTag.value}\`, which \`IsolatedNetwork\` sets, and which any other can have. Found by whatever means, and in whatever stack it is added. Endpoints of services of AWS are judged by their policies. What leads through a network firewall that drops everything but TLS to named domains, and through NAT gateways behind it, is no way out here, as long as nothing goes around it: \`lambda-egress\` tells who takes it.`,
  appliesTo: 'AWS::EC2::VPC',
  check: (vpc, app) => {
    if (!isTagged(vpc)) return pass();
    return openingsOf(vpc, app).map(({ what, at, holds, path }) => {
      const got = path ? `${what}: ${chain(path)}` : what;
      return holds === 'yes' ? fail(at, { got, wanted: 'no way out of the network' }) : unknown(at, `it may be ${got}`);
    });
  },
});
