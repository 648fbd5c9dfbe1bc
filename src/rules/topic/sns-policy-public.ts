import { letsStrangersIn } from '../../iam/everybody';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';
import { topicPolicyTypes } from './reading/topic-policies';

export default defineRule({
  id: 'sns-policy-public',
  severity: 'critical',
  title: 'the topic policy lets everybody on the internet in',
  why: 'Anybody can do with the topic what the statement allows: publish what functions then process, or subscribe and read all that is published.',
  serviceDefault:
    'Only the owner of a topic may use it unless its policy says otherwise (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).',
  fix: 'name the accounts, roles or services in `Principal`; for a service or an organization keep a condition such as `aws:SourceArn` or `aws:PrincipalOrgID`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], fsbp: ['SNS.4'], cwe: ['CWE-732'] },
  notes:
    'A condition counts if only known callers meet it, such as `aws:SourceOwner`; `sns:Protocol`, `sns:Endpoint`, `…IfExists`, negations and values with wildcards do not.',
  appliesTo: topicPolicyTypes,
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), ({ statement, at }) =>
      failIf(letsStrangersIn(statement), at.read('Principal'), {
        wanted: 'a named principal, or a condition that only known callers meet',
      }),
    ),
});
