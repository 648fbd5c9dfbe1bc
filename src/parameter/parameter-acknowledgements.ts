import { type CfnResource, Validations } from 'aws-cdk-lib';

const atDeployment = 'runs when the stack is deployed, and CloudFormation alone calls it';

/** What the gate, when it is strict, wants of every function and is of no use here. */
export const onFunction: Readonly<Record<string, string>> = {
  'lambda-reserved-concurrency': `${atDeployment}; concurrency that is reserved is taken from all others, and cannot be deployed where the account has little of it`,
  'lambda-in-vpc': `${atDeployment}; it calls SSM, and the address at which CloudFormation waits for its answer`,
  'lambda-code-signing': `${atDeployment}; its code comes with this library, as an asset that is named by its hash`,
  'alarm-missing': `${atDeployment}; whoever deploys sees it fail`,
};

export const onLogGroup: Readonly<Record<string, string>> = {
  'logs-data-protection': 'the function writes no logs of its own, Lambda only when it started and ended',
};

export function acknowledgeAt(resource: CfnResource, reasons: Readonly<Record<string, string>>): void {
  for (const [rule, reason] of Object.entries(reasons)) {
    Validations.of(resource).acknowledge({ id: `ServerlessSecurity::${rule}`, reason });
  }
}
