import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  EgressFunction,
  IsolatedNetwork,
  NetworkEndpoints,
  PermissionsCheck,
  SecureKey,
  SecureNodejsFunction,
} from 'cdk-secure-serverless';

/**
 * Charges cards with a provider on the internet, from a network without a way out and without a NAT gateway.
 */
export class PaymentsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const encrypted: QueueProps = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: SecureKey.shared(this),
      enforceSSL: true,
    };
    const failed = new Queue(this, 'Failed', { ...encrypted, retentionPeriod: Duration.days(14) });
    const charges = new Queue(this, 'Charges', {
      ...encrypted,
      visibilityTimeout: Duration.minutes(3),
      deadLetterQueue: { queue: failed, maxReceiveCount: 3 },
    });

    // What the functions reach: Lambda, which asks the provider for them. About $7.30 a month in each zone.
    const network = new IsolatedNetwork(this, 'Network', { endpoints: NetworkEndpoints.only('lambda') });
    const provider = new EgressFunction(this, 'PaymentProvider', {
      hosts: ['api.example.com'],
      reason: 'cards are charged by the payment provider',
    });

    const charge = new SecureNodejsFunction(this, 'Charge', {
      entry: join(__dirname, 'handlers', 'charge.ts'),
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.seconds(30),
      memorySize: 256,
      network,
      environment: { EGRESS_FUNCTION: provider.functionName },
      permissions: PermissionsCheck.ENFORCE,
    });
    provider.grantInvoke(charge);
    // Lambda polls the queue, from outside of the network.
    charge.addEventSource(new SqsEventSource(charges, { reportBatchItemFailures: true, maxConcurrency: 5 }));
  }
}
