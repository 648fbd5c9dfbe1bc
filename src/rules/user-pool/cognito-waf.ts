import { defineRule } from '../define-rule';
import { judgeWebAcl } from '../firewall/reading/association';

export default defineRule({
  id: 'cognito-waf',
  severity: 'low',
  title: 'no web application firewall stands in front of the user pool',
  why: 'Programs that try passwords, or sign up in masses, are only held back by the quotas of the pool. Those also hit everybody else who wants to sign in.',
  serviceDefault:
    'A user pool has no web ACL unless one is associated with it (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html).',
  fix: 'associate a web ACL with the ARN of the pool, with a rule that limits requests of one address',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'An association made outside of the app is not seen.',
  appliesTo: 'AWS::Cognito::UserPool',
  check: (pool, app) => judgeWebAcl(pool, app),
});
