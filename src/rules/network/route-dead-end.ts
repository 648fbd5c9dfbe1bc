import { behindEndpoint, nameOf, waysOut } from '../../reachability';
import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { isWorld } from './reading/traffic';

/** The subnets from which a gateway or a firewall sends on what a route leads to it; `undefined` where it needs none. */
function subnetsBehind(route: Resource): readonly Resource[] | undefined {
  const gateway = route.read('NatGatewayId').target;
  const places =
    gateway?.is('AWS::EC2::NatGateway') && !gateway.read('ConnectivityType').is('private')
      ? [gateway.read('SubnetId')]
      : behindEndpoint(route.read('VpcEndpointId'))?.subnets;
  const subnets = places?.flatMap(({ target }) => (target?.is('AWS::EC2::Subnet') ? [target] : []));
  return subnets && subnets.length === places?.length && subnets.length > 0 ? subnets : undefined;
}

/** Without routes of its own a subnet has the main table, to which no template adds any. */
function leadsNowhere(subnet: Resource, app: Application): boolean {
  return subnet.read('VpcId').target?.is('AWS::EC2::VPC') === true && waysOut(subnet, app).length === 0;
}

export default defineRule({
  id: 'route-dead-end',
  severity: 'low',
  strict: true,
  title: 'the route leads to a gateway or a firewall from which no route goes on',
  why:
    'Connections to the internet hang until they time out, and nothing says why. ' +
    'Whoever has to mend it in a hurry puts functions into public subnets, or goes around the firewall.',
  serviceDefault:
    'A public NAT gateway has to be in a subnet with a route to an internet gateway, and what a firewall lets through takes the routes of the subnet of its endpoint (https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html).',
  fix: 'add the `AWS::EC2::Route` from the subnet of the gateway or the firewall to the internet gateway or the NAT gateway, or remove this one',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-400'] },
  notes: 'Where the VPC and what the route leads to are part of the app.',
  appliesTo: 'AWS::EC2::Route',
  check: (route, app) => {
    const isOut = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'].some((name) => isWorld(route.read(name)));
    const end = isOut ? subnetsBehind(route)?.find((subnet) => leadsNowhere(subnet, app)) : undefined;
    if (!end) return pass();
    const via = ['NatGatewayId', 'VpcEndpointId'].map((name) => route.read(name)).find((value) => !value.isAbsent)!;
    return fail(via, { got: `the end of the way in ${nameOf(end)}`, wanted: 'a route that goes on' });
  },
});
