import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isWorld } from './reading/traffic';

export default defineRule({
  id: 'route-igw',
  severity: 'medium',
  title: 'the route table connects its subnets with the internet in both directions',
  why: 'Whatever has a public address in these subnets can be reached by everybody. A function of a serverless app needs no such subnet.',
  serviceDefault:
    'A route table has the route within the VPC only, unless others are added (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html).',
  fix: 'route to a NAT gateway, or to endpoints of the services that are called',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: 'Subnets for load balancers and NAT gateways need it: acknowledge it there.',
  appliesTo: 'AWS::EC2::Route',
  check: (route) => {
    const gateway = route.read('GatewayId');
    const toWorld = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'].some((to) => isWorld(route.read(to)));
    if (!toWorld || gateway.isAbsent) return pass();
    if (gateway.isUnknown) return unknown(gateway);
    const isInternet = gateway.target
      ? gateway.target.is('AWS::EC2::InternetGateway')
      : gateway.text?.startsWith('igw-');
    return isInternet ? fail(gateway, { wanted: 'no way in from the internet' }) : pass();
  },
});
