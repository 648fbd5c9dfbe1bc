import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledge, type NagPackName } from '../acknowledgement/acknowledgement';

const frameworks: readonly NagPackName[] = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'];

/** What the packs want of every function and is wrong as a default. */
export function acknowledgeOnFunction(resource: IConstruct): void {
  acknowledge(resource, [
    {
      rule: 'LambdaInsideVPC',
      packs: frameworks,
      reason:
        'The function calls AWS services over TLS with its own role and accepts no connections; a VPC belongs to a function that reaches something in it.',
    },
    {
      rule: 'LambdaConcurrency',
      packs: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5'],
      reason:
        'Reserved concurrency is taken from all other functions of the account and cannot be deployed where the limit is small; it is set where a load is known.',
    },
    {
      rule: 'LambdaDLQ',
      packs: ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'Serverless'],
      reason:
        'Only asynchronous invocations use a dead-letter queue; where something invokes the function asynchronously it has a failure destination, which also records why.',
    },
  ]);
}

/** A dead-letter queue for the dead-letter queue has the same need. */
export function acknowledgeLastResort(queue: IConstruct): void {
  const reason = 'This queue is where failed events end: nothing reads it but a person, who deletes what is done.';
  acknowledge(queue, [
    { rule: 'SQS3', packs: ['AwsSolutions'], reason },
    { rule: 'SQSRedrivePolicy', packs: ['Serverless'], reason },
  ]);
}

/** What the gate cannot see where somebody else made the role. */
const unseen = [
  'lambda-logs-permission',
  'lambda-role-data-wildcard',
  'lambda-role-managed-broad',
  'lambda-role-self-update',
  'lambda-role-star',
  'lambda-unique-role',
];

/** The reason that was given for a role of somebody else stands for what cannot be told about it. */
export function acknowledgeExistingRole(resource: IConstruct, reason: string): void {
  Validations.of(resource).acknowledge(
    ...unseen.map((rule) => ({ id: `ServerlessSecurity::${rule}[unknown]`, reason })),
  );
}
