import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';

function formatOf(stage: Resource): Value | undefined {
  const log = stage.read(stage.is('AWS::ApiGateway::Stage') ? 'AccessLogSetting' : 'AccessLogSettings');
  return log.isAbsent ? undefined : log.read('Format');
}

export default defineRule({
  id: 'apigw-structured-log',
  severity: 'low',
  strict: true,
  title: 'the access log is not JSON',
  why:
    'Queries and alarms over the log have to take lines apart, and break on values with spaces and quotes. ' +
    'A caller can put such values into a header or path, and hide the rest of the line.',
  serviceDefault:
    'The log has the form that `Format` gives it (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html).',
  fix: 'write `Format` as a JSON object',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  check: (stage) => {
    const format = formatOf(stage);
    return format ? demand(format, (it) => /^\s*\{[^]*\}\s*$/.test(it.text ?? ''), 'a JSON object') : [];
  },
});
