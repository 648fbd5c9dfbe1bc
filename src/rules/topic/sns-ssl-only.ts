import { defineRule } from '../define-rule';
import { policiesOfTopic } from './reading/topic-policies';
import { demandNoPlainHttp } from '../queue/reading/plain-http';

export default defineRule({
  id: 'sns-ssl-only',
  severity: 'medium',
  title: 'messages may be published over plain HTTP',
  why: 'Whoever is on the way reads and changes what is published. The SDKs use HTTPS unless told otherwise; the policy holds also for who is told otherwise.',
  serviceDefault:
    'SNS takes HTTP and HTTPS; only a policy with `aws:SecureTransport` denies the first (https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit).',
  fix: "deny principal `*` action `sns:Publish` on the topic with `Bool: { aws:SecureTransport: 'false' }` (`enforceSSL: true`)",
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-319'] },
  appliesTo: 'AWS::SNS::Topic',
  check: (topic, app) => demandNoPlainHttp(topic, policiesOfTopic(topic, app), ['sns:Publish']),
});
