import { defineRule } from '../define-rule';
import { fail, isSaid, pass } from '../results';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

export default defineRule({
  id: 'apigw-access-log',
  severity: 'medium',
  title: 'nobody writes down who called the API',
  why:
    'Without an access log there is no record of callers, addresses and refused calls. ' +
    'Attempts to guess tokens or to scrape data go unseen, and after an incident nobody can tell what was taken.',
  serviceDefault:
    'Without `AccessLogSetting` a stage writes no access log (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html).',
  fix: 'set `AccessLogSetting.DestinationArn` to a log group, with a JSON `Format` (`accessLogDestination` and `accessLogFormat` of `deployOptions`); `SecureApi` does',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes: 'REST APIs; `apigwv2-access-log` looks after HTTP and WebSocket APIs.',
  appliesTo: restStageTypes,
  check: (stage) =>
    judgeRestStage(stage, (settings) => {
      const destination = settings.read('AccessLogSetting.DestinationArn');
      return isSaid(destination) ? pass() : fail(destination, { wanted: 'the ARN of a log group' });
    }),
});
