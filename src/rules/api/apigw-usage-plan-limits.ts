import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'apigw-usage-plan-limits',
  severity: 'low',
  strict: true,
  title: 'the usage plan counts callers and limits nobody',
  why: 'A caller with a stolen key, or a loop in the code of a partner, uses up the throttling of the whole stage. The plan was made so that one of them cannot.',
  serviceDefault:
    'A usage plan without `Throttle` and `Quota` limits nothing (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html).',
  fix: 'set `Throttle.RateLimit`, `Throttle.BurstLimit`, `Quota.Limit` and `Quota.Period`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'Strict, because the numbers, and whether a quota makes sense, are the choice of the application.',
  appliesTo: 'AWS::ApiGateway::UsagePlan',
  check: (plan) =>
    ['Throttle.RateLimit', 'Throttle.BurstLimit', 'Quota.Limit', 'Quota.Period'].map((path) =>
      demand(plan.read(path), (value) => !value.isAbsent, 'a limit'),
    ),
});
