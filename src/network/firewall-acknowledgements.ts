import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';

function accept(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `ServerlessSecurity::${rule}`, reason });
}

/** A network ACL has no state and knows no names. */
export function acknowledgeAnswers(entry: IConstruct): void {
  accept(
    entry,
    'nacl-open',
    'Answers of named hosts come from public addresses to any port from 1024. Nothing but a firewall endpoint or a NAT gateway is in these subnets, and neither takes connections from outside.',
  );
}

/** A NAT gateway needs it, and nothing else is in its subnet. */
export function acknowledgeRouteOfNatGateway(route: IConstruct): void {
  const reason =
    'The NAT gateway behind the firewall needs it. Nothing else is in its subnet, and it takes no connections from outside.';
  accept(route, 'route-igw', reason);
  const packs = ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'] as const;
  acknowledge(route, [{ rule: 'VPCNoUnrestrictedRouteToIGW', packs, reason }]);
}

/** A security group knows no names. */
export function acknowledgeRule(rule: IConstruct, reason: string): void {
  accept(
    rule,
    'sg-egress-open',
    `The firewall knows the hosts by name, a security group knows addresses only: ${reason}`,
  );
}

/** The reason that was given stands for the way out that the function has. */
export function acknowledgeWayOut(fn: IConstruct, domains: readonly string[], reason: string): void {
  accept(fn, 'lambda-egress', `Through the firewall of the network, to ${domains.join(', ')} only: ${reason}`);
}
