import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/detection/alarm-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no alarm',
      at: ['Orders'],
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        }),
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.metricErrors().createAlarm(stack, 'OrdersFail', { threshold: 1, evaluationPeriods: 1 });
      },
    },
  ],
});
