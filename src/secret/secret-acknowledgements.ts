import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';

/** Somebody decided that the value is never renewed; who reads the report sees why. */
export function acknowledgeNoRotation(secret: IConstruct, reason: string): void {
  Validations.of(secret).acknowledge({ id: 'ServerlessSecurity::secret-rotation', reason });
  acknowledge(secret, [
    { rule: 'SMG4', packs: ['AwsSolutions'], reason },
    { rule: 'SecretsManagerRotationEnabled', packs: ['HIPAA.Security', 'NIST.800.53.R5'], reason },
  ]);
}
