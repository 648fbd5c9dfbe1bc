import { chain, placementOf, storeTypes, waysOut } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'store-public-subnet',
  severity: 'medium',
  title: 'the data store is in a subnet that is connected with the internet in both directions',
  why:
    'One property, or a security group that somebody widens, is all that is left between everybody and the data: scanners try the ports of databases without pause. ' +
    'A subnet without that route keeps such a mistake from mattering.',
  serviceDefault:
    'A subnet is what its route table makes of it: with a route to an internet gateway, what has a public address there is reached from everywhere (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html).',
  fix: 'name private or isolated subnets (`vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED }`)',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: 'Whether the store has a public address (`PubliclyAccessible`) is not asked: this is the wall behind it.',
  appliesTo: storeTypes,
  check: (store, app) =>
    (placementOf(store)?.subnets ?? []).map((subnet) => {
      if (!subnet.target?.is('AWS::EC2::Subnet')) return pass();
      const way = waysOut(subnet.target, app).find(({ letsIn }) => letsIn);
      if (!way) return pass();
      const got = chain(way.path);
      return way.reachesInternet === 'yes' ? fail(subnet, { got, wanted: 'a private subnet' }) : unknown(subnet, got);
    }),
});
