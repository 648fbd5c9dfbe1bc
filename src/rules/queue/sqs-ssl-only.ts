import { defineRule } from '../define-rule';
import { demandNoPlainHttp } from './reading/plain-http';
import { policiesOfQueue } from './reading/queue-policies';

export default defineRule({
  id: 'sqs-ssl-only',
  severity: 'medium',
  title: 'the queue takes requests over plain HTTP',
  why: 'Whoever is on the way reads and changes the messages. The SDKs use HTTPS unless told otherwise; the policy holds also for who is told otherwise.',
  serviceDefault:
    'Only a policy with `aws:SecureTransport` denies plain HTTP (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html).',
  fix: "deny principal `*` action `sqs:*` on the queue with `Bool: { aws:SecureTransport: 'false' }` (`enforceSSL: true`)",
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-319'] },
  appliesTo: 'AWS::SQS::Queue',
  check: (queue, app) =>
    demandNoPlainHttp(queue, policiesOfQueue(queue, app), ['sqs:SendMessage', 'sqs:ReceiveMessage']),
});
