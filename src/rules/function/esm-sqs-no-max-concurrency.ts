import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
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
    const source = eventSourceOf(mapping);
    const limits = ['ScalingConfig.MaximumConcurrency', 'ProvisionedPollerConfig.MaximumPollers'];
    if (source !== undefined && source !== 'sqs') return pass();
    if (limits.some((limit) => !mapping.read(limit).isAbsent)) return pass();
    if (source === undefined) return unknown(mapping.read('EventSourceArn'), 'what is polled is not known');
    const fn = functionBehind(mapping.read('FunctionName'));
    if (fn && !fn.read('ReservedConcurrentExecutions').isAbsent) return pass();
    return fail(mapping.read(limits[0]), { wanted: 'a number of concurrent calls' });
  },
});
