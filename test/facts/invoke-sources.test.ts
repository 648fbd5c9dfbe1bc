import { findInvokeSource, invokeSources } from '../../src/facts/invoke-sources';

test.each(invokeSources.map((source) => [source.principal, source] as const))(
  '%s stands once in the table, with a page of AWS as its source',
  (principal, source) => {
    expect(invokeSources.filter((other) => other.principal === principal)).toHaveLength(1);
    expect(source.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html/);
    if (source.sourceArn === 'not-sent') expect(source.arnHasAccount).toBe(false);
  },
);

test.each([
  ['s3.amazonaws.com', 's3.amazonaws.com'],
  ['logs.eu-central-1.amazonaws.com', 'logs.amazonaws.com'],
  ['logs.us-gov-west-1.amazonaws.com', 'logs.amazonaws.com'],
  ['sns.amazonaws.com.cn', 'sns.amazonaws.com'],
  ['lambda.alarms.cloudwatch.amazonaws.com', 'lambda.alarms.cloudwatch.amazonaws.com'],
])('%s is known as %s', (principal, known) => {
  expect(findInvokeSource(principal)?.principal).toBe(known);
});

test.each(['nobody.amazonaws.com', '*', '111122223333', 'eu-west-1.amazonaws.com', ''])(
  '"%s" is not guessed to be a service of the table',
  (principal) => {
    expect(findInvokeSource(principal)).toBeUndefined();
  },
);

test('the ARN of a bucket names no account, so only the source account keeps a later owner of its name out', () => {
  expect(findInvokeSource('s3.amazonaws.com')).toMatchObject({ arnHasAccount: false, sourceAccount: 'sent' });
});
