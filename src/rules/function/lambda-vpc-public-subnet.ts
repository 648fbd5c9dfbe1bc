import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { vpcPlacementOf, vpcPlacementTypes } from './reading/vpc-placement';

/** Whether a route table of the app sends what leaves the subnet to an internet gateway. */
function isPublic(subnet: Resource, app: Application): boolean {
  return app
    .attachedTo(subnet, 'AWS::EC2::SubnetRouteTableAssociation', 'SubnetId')
    .flatMap((association) => association.read('RouteTableId').target ?? [])
    .flatMap((table) => app.attachedTo(table, 'AWS::EC2::Route', 'RouteTableId'))
    .map((route) => route.read('GatewayId'))
    .some((gateway) => gateway.target?.is('AWS::EC2::InternetGateway') || gateway.text?.startsWith('igw-'));
}

export default defineRule({
  id: 'lambda-vpc-public-subnet',
  severity: 'low',
  title: 'the function is in a subnet for what faces the internet',
  why:
    'The function gets no public address there, so that it reaches nothing, and whoever mends that by widening routes opens more than was meant. ' +
    'It also shares a network with what strangers can reach.',
  serviceDefault: 'A network interface of a function never has a public address.',
  fix: 'name private subnets in `VpcConfig.SubnetIds`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes:
    'An instance of a capacity provider gets a public address where the subnet gives one. Only subnets and routes of the app are seen. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  appliesTo: vpcPlacementTypes,
  check: (fn, app) =>
    vpcPlacementOf(fn)
      .read('SubnetIds')
      .items.map((subnet) => {
        const target = subnet.target?.is('AWS::EC2::Subnet') ? subnet.target : undefined;
        return target && isPublic(target, app) ? fail(subnet, { wanted: 'a private subnet' }) : pass();
      }),
});
