import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { eventSourceOf } from './reading/event-source';
import { functionBehind } from './reading/function-behind';

export default defineRule({
  id: 'esm-sqs-no-max-concurrency',
  severity: 'low',
  title: 'a full queue may take all concurrency of the account',
  why:
    'Lambda adds pollers as long as there are messages, up to 1,250 calls at a time, all out of the pool that the other functions share. ' +
    'Whoever can send messages starves the API beside it, and the account pays.',
  serviceDefault:
    'Without `ScalingConfig.MaximumConcurrency` only the reserved concurrency of the function limits the pollers.',
  fix: 'set `ScalingConfig.MaximumConcurrency` (`maxConcurrency` of the event source), or `ReservedConcurrentExecutions` on the function',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html',
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  check: (mapping) => {
    if (eventSourceOf(mapping) !== 'sqs') return pass();
    const limits = ['ScalingConfig.MaximumConcurrency', 'ProvisionedPollerConfig.MaximumPollers'];
    if (limits.some((limit) => !mapping.read(limit).isAbsent)) return pass();
    const fn = functionBehind(mapping.read('FunctionName'));
    if (fn && !fn.read('ReservedConcurrentExecutions').isAbsent) return pass();
    return fail(mapping.read(limits[0]), { wanted: 'a number of concurrent calls' });
  },
});
