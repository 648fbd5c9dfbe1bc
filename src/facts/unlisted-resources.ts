/**
 * Actions that the service authorization reference lists without a resource, and that AWS authorizes against one all the
 * same: what a denial names is the state machine, or the activity, that the task token belongs to.
 *
 * @see https://github.com/aws/aws-cdk/pull/8486 where it was tried, with state machines and with activities
 * @see https://github.com/NOAA-OWP/hydrovis/issues/837 for the text of such a denial
 */
const authorizedOnResource: ReadonlySet<string> = new Set([
  'states:sendtaskfailure',
  'states:sendtaskheartbeat',
  'states:sendtasksuccess',
]);

/** Whether a policy can limit the action to a resource although the reference does not say so. */
export function isAuthorizedOnUnlistedResource(action: string): boolean {
  return authorizedOnResource.has(action.toLowerCase());
}

/**
 * Actions that work on certificates and thing groups, as the reference says, and on identities of Cognito, which have no
 * ARN: what a denial names is `ap-southeast-1:81084a40-…`, and IAM takes no such resource in a policy.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/cog-iot-policies.html
 * @see https://github.com/aws-amplify/aws-sdk-android/issues/640 for the text of such a denial
 */
const onIdentities: ReadonlySet<string> = new Set([
  'iot:attachpolicy',
  'iot:attachprincipalpolicy',
  'iot:detachpolicy',
  'iot:detachprincipalpolicy',
]);

/** What of these actions has an ARN, everywhere: what is left of everything are the identities. */
const withArn = ['cert', 'thinggroup'];

/** What to leave out for the action to work on identities only, or `undefined` where it does not take any. */
export function allButIdentities(action: string): readonly string[] | undefined {
  return onIdentities.has(action.toLowerCase())
    ? withArn.map((type) => `arn:\${Aws.PARTITION}:iot:*:*:${type}/*`)
    : undefined;
}

/**
 * Whether a statement with `NotResource` is about identities only, and so as narrow as AWS lets it be.
 *
 * @param notResources with `${…}` or `<…>` for what is only known after deployment
 */
export function isOnIdentitiesOnly(actions: readonly string[], notResources: readonly string[]): boolean {
  const leftOut = new Set(notResources.map((arn) => arn.replace(/^arn:(\$\{[^}]*\}|<[^>]*>|[\w-]+):/, '')));
  return (
    actions.length > 0 &&
    actions.every((action) => onIdentities.has(action.toLowerCase())) &&
    withArn.every((type) => leftOut.has(`iot:*:*:${type}/*`))
  );
}
