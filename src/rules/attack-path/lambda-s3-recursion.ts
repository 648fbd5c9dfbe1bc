import { defineRule } from '../define-rule';
import { judgeLoops } from './reading/trigger-loops';

export default defineRule({
  id: 'lambda-s3-recursion',
  severity: 'high',
  title: 'the function may write to what sets it off',
  why:
    'Somebody sends one event that makes the function write to the bucket, table, queue or topic that set it off; what it writes sets it off again, and so on without end. ' +
    'The rounds take the concurrency of every other function of the account in that region, and the account pays for each.',
  serviceDefault:
    'Lambda ends loops through SQS, SNS and S3 after about 16 rounds, and none through DynamoDB, Kinesis or EventBridge (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).',
  fix: 'write to something else, or let a filter (`FilterCriteria`, `FilterPolicy`, a prefix of the notification, `EventPattern`) leave out what the function writes',
  references: { csaServerless: ['SAS-8', 'SAS-9'], cwe: ['CWE-674', 'CWE-400'] },
  notes:
    'A loop that Lambda ends is a medium finding. A trigger with any filter passes, and so do notifications of deleted objects and rules that name a source or a kind of event: what the code writes is not known. ' +
    'Loops over several functions are found by `trigger-loop`.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => judgeLoops(fn, app, 'itself'),
});
