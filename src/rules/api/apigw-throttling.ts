import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';
import { settingForAllMethods } from './reading/method-settings';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

const limits = ['ThrottlingRateLimit', 'ThrottlingBurstLimit'] as const;

const demandLimit = (limit: Value) =>
  demand(limit, (it) => it.number !== undefined && it.number >= 0, 'a number of calls');

export default defineRule({
  id: 'apigw-throttling',
  severity: 'medium',
  title: 'the stage sets no limit on calls',
  why:
    'One caller may use up the limit that all APIs of the account share in a region, and the others answer 429. ' +
    'Each call that gets through is paid for, and so is what the functions behind it do.',
  serviceDefault:
    'Without limits the quota of the account holds: 10,000 calls a second with bursts of 5,000, for all its APIs together.',
  fix: 'set `ThrottlingRateLimit` and `ThrottlingBurstLimit` in `MethodSettings` for path `/*` and method `*` (`deployOptions`), or in `DefaultRouteSettings`',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  appliesTo: [...restStageTypes, 'AWS::ApiGatewayV2::Stage'],
  check: (stage) =>
    stage.is('AWS::ApiGatewayV2::Stage')
      ? limits.map((limit) => demandLimit(stage.read(`DefaultRouteSettings.${limit}`)))
      : judgeRestStage(stage, (settings) => limits.map((limit) => demandLimit(settingForAllMethods(settings, limit)))),
});
