import { App } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { GeneratedStack } from './generated-stack';

export interface GeneratedApplication {
  /** How many, within a few in each stack. */
  readonly resources: number;
  /** Whether things are wrong in every part of it. */
  readonly insecure: boolean;
}

/**
 * An app of some size, as people write one: stacks of at most 500 resources, whose functions read from the stack before
 * theirs.
 */
export function generatedApplication({ resources, insecure }: GeneratedApplication): App {
  const app = new App({ postCliContext: { '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true } });
  let reads: IBucket | undefined;
  for (let stack = 0; stack * GeneratedStack.maximumResources < resources; stack++) {
    const maximum = Math.min(GeneratedStack.maximumResources, resources - stack * GeneratedStack.maximumResources);
    reads = new GeneratedStack(app, `Stack${stack}`, { resources: maximum, insecure, reads }).shared;
  }
  return app;
}
