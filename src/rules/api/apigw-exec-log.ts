import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass, unknown } from '../results';
import type { Result } from '../results';
import { settingForAllMethods, settingsOfMethods } from './reading/method-settings';
import { protocolOf } from './reading/protocol';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

const wanted = '"ERROR" or "INFO"';

function ofRoutes(stage: Resource): Result | readonly Result[] {
  if (protocolOf(stage) !== 'WEBSOCKET') return pass();
  return demand(stage.read('DefaultRouteSettings.LoggingLevel'), (level) => level.is('ERROR', 'INFO'), wanted);
}

export default defineRule({
  id: 'apigw-exec-log',
  severity: 'medium',
  title: 'the API does not log what goes wrong inside of it',
  why:
    'Without an execution log nobody sees why calls fail: broken authorizers, refused permissions, throttling. ' +
    'Somebody who tries out the API leaves no trace of these attempts.',
  serviceDefault: 'Without `LoggingLevel` a stage writes no execution log.',
  fix: 'set `LoggingLevel: ERROR` in `MethodSettings` for path `/*` and method `*` (`deployOptions: { loggingLevel: MethodLoggingLevel.ERROR }`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['APIGateway.1'], cwe: ['CWE-778'] },
  notes:
    'HTTP APIs have no execution log and pass. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  appliesTo: [...restStageTypes, 'AWS::ApiGatewayV2::Stage'],
  check: (stage) => {
    if (stage.is('AWS::ApiGatewayV2::Stage')) return ofRoutes(stage);
    return judgeRestStage(stage, (settings) => {
      const forAll = settingForAllMethods(settings, 'LoggingLevel');
      const each = settingsOfMethods(settings, 'LoggingLevel');
      if (each.length === 0) return demand(forAll, () => false, wanted);
      const ofMethods = each.map((level) => demand(level, (it) => it.is('ERROR', 'INFO'), wanted));
      const others = unknown(settings.read('MethodSettings'), 'it is set for some methods only');
      return forAll.isAbsent ? [...ofMethods, others] : ofMethods;
    });
  },
});
