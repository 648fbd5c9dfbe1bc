import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'apigw-compression',
  severity: 'low',
  strict: true,
  title: 'answers are not compressed',
  why:
    'Large answers cost more to transfer, for the account and for those who call over a slow network. ' +
    'A flood of calls costs accordingly more.',
  serviceDefault:
    'Without `MinimumCompressionSize` nothing is compressed (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html).',
  fix: 'set `MinimumCompressionSize` to a number of bytes up to 10485760',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes:
    'Strict, because it is hardly about security; answers that mix secrets with input of callers should not be compressed (BREACH).',
  appliesTo: 'AWS::ApiGateway::RestApi',
  check: (api) =>
    demand(
      api.read('MinimumCompressionSize'),
      ({ number }) => number !== undefined && number >= 0 && number <= 10_485_760,
      'a number of bytes up to 10485760',
    ),
});
