/**
 * The services that hand an event to Lambda and do not wait for the function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
 */
export const asynchronousInvokers: ReadonlySet<string> = new Set([
  'codecommit.amazonaws.com',
  'config.amazonaws.com',
  'events.amazonaws.com',
  'iot.amazonaws.com',
  'lambda.alarms.cloudwatch.amazonaws.com',
  'logs.amazonaws.com',
  's3.amazonaws.com',
  'ses.amazonaws.com',
  'sns.amazonaws.com',
]);

/** The services that invoke asynchronously as a role that they assume. */
export const asynchronousAsRole: ReadonlySet<string> = new Set(['scheduler.amazonaws.com']);
