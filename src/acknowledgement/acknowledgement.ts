import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** cdk-nag's packs, as their plugins are named. */
export type NagPackName =
  'AwsSolutions' | 'HIPAA.Security' | 'NIST.800.53.R4' | 'NIST.800.53.R5' | 'PCI.DSS.321' | 'Serverless';

/**
 * A rule of a pack that is not ours, which is wrong about something that a construct of ours does on purpose.
 */
export interface Acknowledgement {
  /** The rule without the pack: `IAM4`, `LambdaInsideVPC`, `IAM5[Resource::*]`. */
  readonly rule: string;
  /** The packs that carry it. */
  readonly packs: readonly NagPackName[];
  /** What a reviewer would accept. */
  readonly reason: string;
}

/**
 * Records on the narrowest construct that a finding of another pack is intended there.
 *
 * Under the rule's id without the plugin's name, which the packs look up from the construct upwards. With the name, core
 * would take it for the whole app and hide the same finding on everything that the user adds.
 */
export function acknowledge(construct: IConstruct, acknowledgements: readonly Acknowledgement[]): void {
  for (const { rule, packs, reason } of acknowledgements) {
    for (const pack of packs) {
      // What `Validations.acknowledge` writes; it refuses ids that hold an ARN, for their colons.
      construct.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
        [`Annotation::${pack}-${rule}`]: reason,
      });
    }
  }
}
