import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The reason that was given for open DNS stands for the firewall that is not there. */
export function acknowledgeOpenDns(network: IConstruct, reason: string): void {
  Validations.of(network).acknowledge({ id: 'ServerlessSecurity::network-isolated-dns', reason });
}
