import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, unknown } from '../results';
import type { Result } from '../results';
import { settingForAllMethods } from './reading/method-settings';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

const demandEncrypted = (encrypted: Value): Result => demand(encrypted, (it) => it.isTrue, 'true');

/** Methods that ask for a cache, or for plain text in it, are ready for the one that somebody turns on. */
function settingsOfCachedMethods(settings: Value): readonly Value[] {
  const cached = settings
    .read('MethodSettings')
    .items.filter((item) => !item.read('CachingEnabled').isFalse)
    .filter((item) => item.read('CachingEnabled').isTrue || item.read('CacheDataEncrypted').isFalse);
  return cached.map((item) => item.read('CacheDataEncrypted'));
}

function judge(settings: Value): Result | readonly Result[] {
  const cluster = settings.read('CacheClusterEnabled');
  if (cluster.isUnknown) return unknown(cluster);
  if (!cluster.isTrue) return cluster.isAbsent ? settingsOfCachedMethods(settings).map(demandEncrypted) : [];
  const cached = settings.read('MethodSettings').items.filter((item) => !item.read('CachingEnabled').isFalse);
  const forAll = settingForAllMethods(settings, 'CacheDataEncrypted');
  const isForAll = (item: Value) => item.read('HttpMethod').is('*') || item.isUnknown;
  const some = cached.filter((item) => !isForAll(item)).map((item) => item.read('CacheDataEncrypted'));
  const isOffForAll = settingForAllMethods(settings, 'CachingEnabled').isFalse;
  const isCoveredBySome = forAll.isAbsent && some.length > 0;
  return [...(isOffForAll || isCoveredBySome ? [] : [forAll]), ...some].map(demandEncrypted);
}

export default defineRule({
  id: 'apigw-cache-encrypted',
  severity: 'medium',
  title: 'answers in the cache of the API are not encrypted',
  why:
    'The cache keeps answers with data of users for up to an hour, in plain text on its disks. ' +
    'Whoever gets at that storage reads them.',
  serviceDefault: 'With `CacheClusterEnabled` a cache is made; without `CacheDataEncrypted` it is not encrypted.',
  fix: 'set `CacheDataEncrypted: true` in `MethodSettings`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['APIGateway.5'], cwe: ['CWE-311'] },
  notes:
    'A stage without a cache passes, unless a method of it asks for one, as APIGateway.5 has it. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  appliesTo: restStageTypes,
  check: (stage) => judgeRestStage(stage, judge),
});
