import { defineRule } from '../define-rule';
import { judgeLoops } from './reading/trigger-loops';

export default defineRule({
  id: 'trigger-loop',
  severity: 'high',
  title: 'several functions may set each other off without end',
  why:
    'Somebody sends one event; the first function writes to what sets off the second, which writes to what sets off the first. ' +
    'No function writes to its own trigger, so that no review of one of them shows the loop, which takes the concurrency and the money of the account.',
  serviceDefault:
    'Lambda ends loops through SQS, SNS and S3 after about 16 rounds, and none with DynamoDB, Kinesis or EventBridge in it (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).',
  fix: 'take away the right to write that closes the loop, or let a filter of one of the triggers leave out what the other function writes',
  references: { csaServerless: ['SAS-8', 'SAS-9'], cwe: ['CWE-674', 'CWE-400'] },
  notes:
    'A loop that Lambda ends is a medium finding. Found once for each loop, at the trigger of its first function by name; triggers with any filter pass. ' +
    'Loops over schedules that a function makes, and over state machines, are not followed.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => judgeLoops(fn, app, 'other functions'),
});
