import { retiredActions } from './actions.generated';
import { matchesWildcards } from './wildcards';

/**
 * Actions that policies name with good reason although the service authorization reference has not, or not yet, heard of
 * them, by service prefix.
 */
const unlisted: Readonly<Record<string, readonly string[]>> = {
  // What the grants of the CDK for a web function write: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda-readme.html
  lambda: ['InvokeWebFunctionEndpoint'],
  // For resolvers on Aurora Serverless, and so in the grants of the CDK: https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-rds-resolvers.html
  'rds-data': ['DeleteItems', 'GetItems', 'InsertItems', 'UpdateItems'],
  // What the CDK writes into the role of a configuration profile: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-appconfig/lib/configuration.ts
  s3: ['GetObjectMetadata'],
  // In the policy that SNS gave to new topics: https://github.com/getmoto/moto/pull/9041
  sns: ['Receive'],
};

/**
 * Whether a pattern of a policy stands for an action that the reference does not have: one that it no longer has, because
 * the service or the action is gone, or one that AWS itself names elsewhere.
 */
export function isUnlistedAction(pattern: string): boolean {
  const [service, action = ''] = pattern.toLowerCase().split(':');
  const retired = Object.hasOwn(retiredActions, service) ? retiredActions[service] : '';
  if (retired === '*') return true;
  const names = [...namesIn(retired), ...(Object.hasOwn(unlisted, service) ? unlisted[service] : [])];
  return names.some((name) => matchesWildcards(action, name.toLowerCase()));
}

/** `Get:Config,Hsm List:Hsms` of the generated table. */
function namesIn(table: string): readonly string[] {
  const groups = table === '' ? [] : table.split(' ');
  return groups.flatMap((group) => {
    const [verb, nouns] = group.split(':');
    return nouns.split(',').map((noun) => `${verb}${noun}`);
  });
}
