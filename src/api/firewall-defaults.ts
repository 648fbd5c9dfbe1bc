/**
 * The groups of rules that `ApiFirewall.managed()` takes from AWS, in this order.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const managedRuleGroups: readonly { readonly name: string; readonly countOnly: readonly string[] }[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList', countOnly: [] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', countOnly: [] },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    // More than 8 KB of body is an upload, and a service that calls has no user agent: neither is an attack.
    countOnly: ['SizeRestrictions_BODY', 'NoUserAgent_HEADER'],
  },
];

/** @see https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html */
export const rateRule = {
  name: 'RequestsOfOneAddress',
  requestsPerFiveMinutes: 2000,
  minimum: 10,
  maximum: 2_000_000_000,
};

/** Credentials of the caller: the log says who was refused, not with what. */
export const redactedHeaders: readonly string[] = ['authorization', 'cookie', 'x-amz-security-token', 'x-api-key'];
