import { letsStrangersIn } from '../../iam/everybody';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';
import { queuePolicyTypes } from './reading/queue-policies';

export default defineRule({
  id: 'sqs-policy-public',
  severity: 'critical',
  title: 'the queue policy lets everybody on the internet in',
  why: 'Anybody, without an AWS account, can do with the queue what the statement allows: send messages that functions then process, or read and delete those of others.',
  serviceDefault:
    'The policy lets nobody outside of the account in unless it says so (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html).',
  fix: 'name the accounts, roles or services in `Principal`; for a service or an organization keep a condition such as `aws:SourceArn` or `aws:PrincipalOrgID`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], fsbp: ['SQS.3'], cwe: ['CWE-732'] },
  notes: 'A condition counts if only known callers meet it; `…IfExists`, negations and values with wildcards do not.',
  appliesTo: queuePolicyTypes,
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), ({ statement, at }) =>
      failIf(letsStrangersIn(statement), at.read('Principal'), {
        wanted: 'a named principal, or a condition that only known callers meet',
      }),
    ),
});
