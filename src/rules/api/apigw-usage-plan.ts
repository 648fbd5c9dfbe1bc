import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

function hasPlan(stage: Resource, app: Application): boolean {
  if (app.attachedTo(stage, 'AWS::ApiGateway::UsagePlan', 'ApiStages').length > 0) return true;
  const api = stage.read('RestApiId').target;
  const plans = api ? app.references(api).incoming.filter((other) => other.is('AWS::ApiGateway::UsagePlan')) : [];
  const name = stage.read('StageName').text;
  return plans.some((plan) =>
    plan.read('ApiStages').items.some((it) => it.read('Stage').text === name || it.read('Stage').target === stage),
  );
}

export default defineRule({
  id: 'apigw-usage-plan',
  severity: 'low',
  strict: true,
  title: 'no usage plan limits the clients of the stage',
  why:
    'All clients share one limit, so that one of them can use it up for the others. ' +
    'Nobody can be given less, or be cut off, by itself.',
  serviceDefault:
    'A stage is part of no usage plan (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html).',
  fix: 'add an `AWS::ApiGateway::UsagePlan` with `Throttle` and `Quota` for the stage',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'Strict, because a usage plan needs API keys, which public clients cannot keep.',
  appliesTo: restStageTypes,
  check: (stage, app) =>
    judgeRestStage(stage, () =>
      hasPlan(stage, app) ? [] : fail(stage, { got: 'a stage without a usage plan', wanted: 'a usage plan' }),
    ),
});
