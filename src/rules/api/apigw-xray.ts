import { defineRule } from '../define-rule';
import { demand } from '../results';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

export default defineRule({
  id: 'apigw-xray',
  severity: 'low',
  title: 'the API does not trace its calls',
  why:
    'Without traces nobody can follow one request from the API through the functions and services that it touched. ' +
    'After an incident it stays open what the attacker reached.',
  serviceDefault:
    'Without `TracingEnabled` a stage does not trace (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html).',
  fix: 'set `TracingEnabled: true` on the stage (`deployOptions: { tracingEnabled: true }`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['APIGateway.3'], cwe: ['CWE-778'] },
  notes: 'REST APIs only; HTTP and WebSocket APIs know no X-Ray.',
  appliesTo: restStageTypes,
  check: (stage) =>
    judgeRestStage(stage, (settings) => demand(settings.read('TracingEnabled'), (tracing) => tracing.isTrue, 'true')),
});
