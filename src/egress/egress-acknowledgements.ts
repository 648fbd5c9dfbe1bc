import { type CfnResource, Validations } from 'aws-cdk-lib';

/** What the gate, when it is strict, wants of every function. */
export function acknowledgeOnEgressFunction(resource: CfnResource, reason: string): void {
  Validations.of(resource).acknowledge({
    id: 'ServerlessSecurity::lambda-in-vpc',
    reason: `it calls hosts on the internet for functions that cannot: ${reason}`,
  });
}
