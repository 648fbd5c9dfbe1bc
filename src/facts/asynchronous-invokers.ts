/**
 * The services that invoke a function through its resource policy and do not wait for an answer: Lambda queues the
 * event, and drops it in the end if nothing takes what failed.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
 */
export const asynchronousInvokers: ReadonlySet<string> = new Set([
  'events.amazonaws.com',
  's3.amazonaws.com',
  'sns.amazonaws.com',
  'ses.amazonaws.com',
  'iot.amazonaws.com',
  'config.amazonaws.com',
  'codecommit.amazonaws.com',
  'logs.amazonaws.com',
  'lambda.alarms.cloudwatch.amazonaws.com',
]);
