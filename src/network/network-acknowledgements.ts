import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Acknowledgement } from '../acknowledgement/acknowledgement';

/** The reason that was given for open DNS stands for the firewall that is not there. */
export function acknowledgeOpenDns(network: IConstruct, reason: string): void {
  Validations.of(network).acknowledge({ id: 'ServerlessSecurity::network-isolated-dns', reason });
}

/** Of an endpoint that is said to take no policy. */
export function acknowledgeNoPolicy(endpoint: IConstruct): void {
  const reason =
    "The service takes no policy, as 'withoutPolicy' of the network says: what is granted is all that limits it.";
  Validations.of(endpoint).acknowledge({ id: 'ServerlessSecurity::vpce-policy-open', reason });
}

/** What other packs do not see of a VPC. */
export const vpcAcknowledgements: readonly Acknowledgement[] = [
  {
    rule: 'VPCDefaultSecurityGroupClosed',
    packs: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'],
    reason:
      'A runbook of AWS takes the rules from the default security group at deployment and every week; the rule knows the helper function of the CDK only.',
  },
];

/** Of a rule that fails every network ACL, good or bad. */
export const aclAcknowledgements: readonly Acknowledgement[] = [
  {
    rule: 'VPC3',
    packs: ['AwsSolutions'],
    reason:
      'The ACL is a second fence behind the security groups: nothing but the VPC and its gateways is reached, also from a group that was opened by mistake.',
  },
];
