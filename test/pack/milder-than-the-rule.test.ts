import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { ServerlessSecurityChecks } from '../../src';

describe('a deprecated runtime', () => {
  const { SOURCE_DATE_EPOCH } = process.env;
  afterEach(() => {
    if (SOURCE_DATE_EPOCH === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = SOURCE_DATE_EPOCH;
  });

  test.each([
    ['2026-06-01', 'warning', 'its functions can still be deployed'],
    ['2027-09-01', 'error', 'AWS refuses updates of its functions'],
  ])('is on %s reported as %s, because %s', (day, severity) => {
    process.env.SOURCE_DATE_EPOCH = `${Date.parse(day) / 1000}`;
    const stack = new Stack(new App(), 'Stack');
    new CfnResource(stack, 'Function', {
      type: 'AWS::Lambda::Function',
      properties: { Runtime: 'nodejs20.x', Role: 'arn:aws:iam::111122223333:role/orders' },
    });
    const { violations } = new ServerlessSecurityChecks().validateScope(stack);
    const deprecated = violations.filter(({ ruleName }) => ruleName === 'lambda-runtime-deprecated');
    expect(deprecated.map((violation) => violation.severity)).toEqual([severity]);
  });
});
