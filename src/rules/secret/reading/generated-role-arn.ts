import { partitionNames, partitionOf } from '../../../facts/partitions';
import type { Resource } from '../../../template';

/** In the place of the characters that CloudFormation draws. */
const drawn = '0A1B2C3D4E5F';

/** The longest that IAM takes as the name of a role. */
const longest = 64;

/**
 * ARNs such as a role has whose name the template leaves to CloudFormation, by which policies of other stacks name it: with
 * the partition as a symbol, and written out. None where the template names it.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function generatedRoleArns(role: Resource): readonly string[] {
  const path = role.read('Path');
  if (!role.is('AWS::IAM::Role') || !role.read('RoleName').isAbsent || !(path.isAbsent || path.isKnown)) return [];
  const name = named(stackNameOf(role), role.logicalId);
  const region = role.template.stack.environment?.split('/')[1] ?? '';
  const partition = partitionOf(region);
  const partitions = ['${AWS::Partition}', ...(partition === undefined ? partitionNames : [partition])];
  const place = `role${path.isAbsent ? '/' : path.text}${name}`;
  return partitions.map((one) => `arn:${one}:iam::\${AWS::AccountId}:${place}`);
}

/** A nested stack is named like a resource of the one that it is in. */
function stackNameOf({ template }: Resource): string {
  const { parent, stack } = template;
  return parent ? named(stackNameOf(parent), parent.logicalId) : stack.name;
}

/** Both parts are cut where they are too long together. */
function named(stack: string, logicalId: string): string {
  const whole = `${stack}-${logicalId}-${drawn}`;
  const half = (longest - drawn.length - 2) / 2;
  return whole.length <= longest ? whole : `${stack.slice(0, half)}-${logicalId.slice(0, half)}-${drawn}`;
}
