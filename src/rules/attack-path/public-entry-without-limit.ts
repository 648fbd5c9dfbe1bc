import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { openEntriesTo } from './reading/entries';
import { limitOf } from './reading/limits';
import { listed, pathOf } from './reading/path';

export default defineRule({
  id: 'public-entry-without-limit',
  severity: 'medium',
  title: 'nothing on the way from the internet limits how often the function runs',
  why:
    'Somebody without an account calls the entry from a script, as often as their line allows. ' +
    'No throttling, no web ACL and no concurrency stops them: the account pays for every run and for what it writes, and the other functions of the account in that region find no concurrency left.',
  serviceDefault:
    'A function may take all unreserved concurrency of the account in its region; only reserved concurrency limits a function URL (https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-throttling), and the limit of API Gateway is that of the account, 10,000 calls a second in most regions (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).',
  fix: 'set `ReservedConcurrentExecutions` on the function, or `ThrottlingRateLimit` or a web ACL on every stage in front of it',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770', 'CWE-400'] },
  notes:
    'One limit on the way is enough. `apigw-throttling`, `apigw-waf` and `lambda-reserved-concurrency` ask for each of them; this asks whether there is any. ' +
    'A stage that is not part of the application is taken to have one.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const concurrency = fn.read('ReservedConcurrentExecutions');
    if (!concurrency.isAbsent) return pass();
    const unlimited = openEntriesTo(fn, app).filter((entry) => entry.open === 'yes' && limitOf(entry, app) === 'none');
    if (unlimited.length === 0) return pass();
    return fail(concurrency, {
      got: pathOf(listed(unlimited.map(({ name }) => name)), `${fn.logicalId}, with no limit on the way`),
      wanted: 'a limit on the entry or on the function',
    });
  },
});
