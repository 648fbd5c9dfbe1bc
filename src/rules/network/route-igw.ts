import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { isWorld } from './reading/traffic';

/** A gateway that is not known is one to the internet where no other takes all of IPv6. */
function judge(gateway: Value, isIpv6: boolean): Result {
  const { target, text = '' } = gateway;
  const isVpnGateway = target ? target.is('AWS::EC2::VPNGateway') : text.startsWith('vgw-');
  if (isVpnGateway) return pass();
  if (target?.is('AWS::EC2::InternetGateway') || text.startsWith('igw-') || isIpv6) {
    return fail(gateway, { wanted: 'no way in from the internet' });
  }
  return gateway.isUnknown ? unknown(gateway) : pass();
}

export default defineRule({
  id: 'route-igw',
  severity: 'medium',
  title: 'the route table connects its subnets with the internet in both directions',
  why: 'Whatever has a public address in these subnets can be reached by everybody. A function of a serverless app needs no such subnet.',
  serviceDefault:
    'A route table has the route within the VPC only, unless others are added; a `GatewayId` is an internet gateway or a virtual private gateway, and the latter knows no IPv6 (https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html).',
  fix: 'route to a NAT gateway or an egress-only internet gateway, or to endpoints of the services that are called',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: 'Subnets for load balancers and NAT gateways need it: acknowledge it there.',
  appliesTo: 'AWS::EC2::Route',
  check: (route) => {
    const gateway = route.read('GatewayId');
    if (gateway.isAbsent) return pass();
    if (isWorld(route.read('DestinationIpv6CidrBlock'))) return judge(gateway, true);
    const to = route.read('DestinationCidrBlock');
    return isWorld(to) ? judge(gateway, to.text?.includes(':') === true) : pass();
  },
});
