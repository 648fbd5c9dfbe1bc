/**
 * What IAM takes of the policies of one role, in characters without white space, and how many managed ones.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const roleQuotas = {
  /** All inline policies of the role together. */
  inlineCharacters: 10_240,
  /** Each managed policy. */
  managedCharacters: 6_144,
  /** Attached managed policies, unless AWS was asked for more. */
  managedPolicies: 10,
};
