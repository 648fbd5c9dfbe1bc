import { RuleValue } from './rule-value';
import type { Resource } from '../template';

/**
 * A resource of the final template, as a rule of your own sees it.
 */
export class RuleResource {
  /**
   * @internal
   */
  public static _of(resource: Resource): RuleResource {
    return new RuleResource(resource);
  }

  /** The CloudFormation type: `AWS::SQS::Queue`. */
  public readonly type: string;

  /** The logical id in its template. */
  public readonly logicalId: string;

  /** Where it comes from in the construct tree; the logical id in templates that the CDK did not make. */
  public readonly constructPath: string;

  private constructor(private readonly resource: Resource) {
    this.type = resource.type;
    this.logicalId = resource.logicalId;
    this.constructPath = resource.constructPath ?? resource.logicalId;
  }

  /**
   * Reads a property with its intrinsic functions worked out.
   *
   * @param path the CloudFormation path below `Properties`: `QueueName`, `VpcConfig.SubnetIds`
   */
  public read(path: string): RuleValue {
    return RuleValue._of(this.resource.read(path), RuleResource._of);
  }

  /**
   * Reads what stands beside the properties: `DeletionPolicy`, `UpdateReplacePolicy`, `Metadata`.
   *
   * @param name the name of the attribute
   */
  public readAttribute(name: string): RuleValue {
    return RuleValue._of(this.resource.readAttribute(name), RuleResource._of);
  }

  /**
   * The resources of the application that this one refers to, in other stacks too.
   */
  public references(): RuleResource[] {
    const { outgoing } = this.resource.template.application.references(this.resource);
    return outgoing.map((resource) => RuleResource._of(resource));
  }

  /**
   * The resources of the application that refer to this one, from other stacks too.
   */
  public referencedBy(): RuleResource[] {
    const { incoming } = this.resource.template.application.references(this.resource);
    return incoming.map((resource) => RuleResource._of(resource));
  }
}
