import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { functionBehind } from './reading/function-behind';

export default defineRule({
  id: 'lambda-esm-visibility',
  severity: 'medium',
  title: 'messages come back to the queue while the function still works on them',
  why:
    'SQS hands a message out again once its visibility timeout is over, and Lambda needs room for retries when the function is throttled. ' +
    'Under load, or when somebody makes the function slow, orders are processed twice.',
  serviceDefault: 'A queue without `VisibilityTimeout` has 30 seconds, a function without `Timeout` 3.',
  fix: 'set `VisibilityTimeout` of the queue to at least six times `Timeout` of the function',
  references: { csaServerless: ['SAS-8', 'SAS-9'], cwe: ['CWE-400'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  check: (mapping) => {
    const queue = mapping.read('EventSourceArn').targets.find((target) => target.is('AWS::SQS::Queue'));
    const fn = functionBehind(mapping.read('FunctionName'));
    if (!queue || !fn) return pass();
    const [visibility, timeout] = [queue.read('VisibilityTimeout'), fn.read('Timeout')];
    const seconds = visibility.isAbsent ? 30 : visibility.number;
    const needed = timeout.isAbsent ? 3 : timeout.number;
    if (seconds === undefined || needed === undefined) return unknown(seconds === undefined ? visibility : timeout);
    return seconds >= 6 * needed
      ? pass()
      : fail(visibility, { got: `${seconds} seconds`, wanted: `at least ${6 * needed} seconds` });
  },
});
