import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';
import { settingsOfMethods } from './reading/method-settings';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

const demandOff = (value: Value) => demand(value, (trace) => !trace.isTrue, 'false');

function ofRoutes(stage: Resource): readonly Value[] {
  const routes = stage.read('RouteSettings').entries.map(([, settings]) => settings);
  return [stage.read('DefaultRouteSettings'), ...routes].map((settings) => settings.read('DataTraceEnabled'));
}

export default defineRule({
  id: 'apigw-data-trace',
  severity: 'high',
  title: 'whole requests and answers are written into the execution log',
  why:
    'Bodies and headers stand in the log in plain text: passwords, tokens, personal data. ' +
    'Everybody who may read the log, or gets hold of an export of it, can use them.',
  serviceDefault: 'Without `DataTraceEnabled` bodies are not logged.',
  fix: 'remove `DataTraceEnabled: true`; the access log says who called what',
  references: { owaspServerless: ['S3', 'S10'], csaServerless: ['SAS-5', 'SAS-10'], cwe: ['CWE-532'] },
  notes:
    'AWS recommends it off in production: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  appliesTo: [...restStageTypes, 'AWS::ApiGatewayV2::Stage'],
  check: (stage) =>
    stage.is('AWS::ApiGatewayV2::Stage')
      ? ofRoutes(stage).map(demandOff)
      : judgeRestStage(stage, (settings) => settingsOfMethods(settings, 'DataTraceEnabled').map(demandOff)),
});
