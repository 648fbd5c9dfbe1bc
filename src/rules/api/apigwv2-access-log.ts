import { defineRule } from '../define-rule';
import { fail, isSaid, pass } from '../results';

export default defineRule({
  id: 'apigwv2-access-log',
  severity: 'medium',
  title: 'nobody writes down who called the HTTP or WebSocket API',
  why:
    'Without an access log there is no record of callers, addresses and refused calls. ' +
    'Attempts to guess tokens or to scrape data go unseen, and after an incident nobody can tell what was taken.',
  serviceDefault:
    'Without `AccessLogSettings` a stage writes no access log (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html).',
  fix: 'set `AccessLogSettings.DestinationArn` to a log group, with a JSON `Format`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['APIGateway.9'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::ApiGatewayV2::Stage',
  check: (stage) => {
    const destination = stage.read('AccessLogSettings.DestinationArn');
    return isSaid(destination) ? pass() : fail(destination, { wanted: 'the ARN of a log group' });
  },
});
