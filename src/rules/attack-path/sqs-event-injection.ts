import { defineRule } from '../define-rule';
import { judgeInjection } from './reading/injection';
import { strangersWho } from './reading/strangers';
import { policiesOfQueue } from '../queue/reading/queue-policies';

export default defineRule({
  id: 'sqs-event-injection',
  severity: 'high',
  title: 'strangers can fill the queue whose consumer writes to data or calls on',
  why:
    'Somebody outside sends a message that looks like one of the application; the event source mapping hands it to the function without asking who sent it; ' +
    'the function deletes, writes or calls on with its own role. Nobody had to break into anything, and the logs show the function only.',
  serviceDefault:
    'Lambda polls a queue with the role of the function and hands on whatever is in it (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html); who may send, the policy of the queue decides (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html).',
  fix: 'name the roles that send in `Principal` of the queue policy; for a service add `ArnEquals: { aws:SourceArn }`',
  references: { owaspServerless: ['S1', 'S5'], csaServerless: ['SAS-1', 'SAS-9'], cwe: ['CWE-285', 'CWE-441'] },
  notes:
    'A whole account that is named is a medium finding; a role of another account, an organization and a source that are named pass. ' +
    'A policy that denies strangers counts.',
  appliesTo: 'AWS::SQS::Queue',
  check: (queue, app) =>
    judgeInjection(strangersWho(['sqs:SendMessage'], queue, policiesOfQueue(queue, app)), queue, app),
});
