import { defineRule } from '../define-rule';
import { demand } from '../results';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

export default defineRule({
  id: 'apigw-cache-enabled',
  severity: 'low',
  strict: true,
  title: 'answers are not cached',
  why:
    'Every call, the same one a thousand times over too, reaches the functions behind the API and is paid for. ' +
    'A flood of reads costs more than it would with a cache.',
  serviceDefault:
    'Without `CacheClusterEnabled` a stage has no cache (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html).',
  fix: 'set `CacheClusterEnabled: true` and `CacheDataEncrypted: true`, where answers are the same for all callers',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes: 'Strict, because a cache costs from about $14 a month, and answers that differ by caller must not be cached.',
  appliesTo: restStageTypes,
  check: (stage) =>
    judgeRestStage(stage, (settings) => demand(settings.read('CacheClusterEnabled'), (cache) => cache.isTrue, 'true')),
});
