import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** What tells nothing that whoever reads a log must not know. */
const harmless = /^\$context\.authorizer\.(?:principalId|claims\.sub|status|error|latency|requestId|integration\w+)$/;
const variable = /\$context\.(?:authorizer|identity\.apiKey|requestOverride|responseOverride)\b[\w.-]*/g;

function formatOf(stage: Resource): Value {
  if (stage.is('AWS::ApiGatewayV2::Stage')) return stage.read('AccessLogSettings.Format');
  const settings = stage.is('AWS::ApiGateway::Stage') ? stage.properties : stage.read('StageDescription');
  return settings.read('AccessLogSetting.Format');
}

export default defineRule({
  id: 'apigw-log-sensitive',
  severity: 'medium',
  title: 'the access log holds keys, tokens or personal data of callers',
  why:
    'The format writes what callers authenticate with, or what their token says about them, in plain text into the log. ' +
    'Everybody who may read the log can call the API in their name, or learns who they are.',
  serviceDefault: 'The log holds what `Format` names, and nothing else.',
  fix: 'log `$context.identity.apiKeyId`, `$context.authorizer.principalId` or `$context.authorizer.claims.sub` instead',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], cwe: ['CWE-532'] },
  notes: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html',
  appliesTo: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Stage'],
  check: (stage) => {
    const format = formatOf(stage);
    const found = [...(format.text ?? '').matchAll(variable)]
      .map(([name]) => name)
      .filter((name) => !harmless.test(name));
    if (found.length === 0) return pass();
    return fail(format, { got: `a format with ${[...new Set(found)].join(', ')}`, wanted: 'ids of callers only' });
  },
});
