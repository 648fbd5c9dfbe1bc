/**
 * The partitions that are for more than one customer, each with how the names of its regions begin.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
const partitions: readonly (readonly [name: string, regions: RegExp])[] = [
  ['aws-cn', /^cn-/],
  ['aws-us-gov', /^us-gov-/],
  ['aws', /^(af|ap|ca|eu|il|me|mx|sa|us)-(?!gov-|iso)/],
];

/** The partition of a region; `undefined` where the name of the region is that of none. */
export function partitionOf(region: string): string | undefined {
  return partitions.find(([, regions]) => regions.test(region))?.[0];
}

export const partitionNames: readonly string[] = partitions.map(([name]) => name);
