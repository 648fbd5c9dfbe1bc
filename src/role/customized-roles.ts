import type { Construct } from 'constructs';

/** What aws-cdk-lib collects for `iam.Role.customizeRoles`, by the path of the role. */
interface PolicySynthesizer extends Construct {
  readonly roleReport?: Record<string, unknown>;
}

/**
 * Forgets the role that an L2 made for itself and whose place a scoped role takes, in the report for those who make the
 * roles themselves: two of one path are refused there, and the first does not exist any more.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam-readme.html#customizing-role-creation
 */
export function forgetReplacedRole(scope: Construct, id: string): void {
  const synthesizer = scope.node.root.node.tryFindChild('PolicySynthesizer') as PolicySynthesizer | undefined;
  if (synthesizer?.roleReport) delete synthesizer.roleReport[`${scope.node.path}/${id}`];
}
