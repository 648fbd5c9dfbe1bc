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
